import { replaceSigningKey } from '#identity/signing-key';
import { assertCanSign } from '../installation/existing.ts';
import { line } from '../terminal/output.ts';

/**
 * `samenspel keys replace-signing`: what to do when a token or the key of the data folder became known to somebody else. A
 * server reads its key when it starts.
 * @throws CliError when nothing was ever started on this folder.
 */
export async function replaceSigning({ data, endLinks }: { data: string; endLinks: boolean }): Promise<void> {
  await assertCanSign(data);
  await replaceSigningKey(data, { endLinks });
  line({
    nl: 'De sleutel is vervangen. Start elke server opnieuw: tot dan gelden de oude tokens nog, en de nieuwe nog niet. Geef daarna ieder een nieuw token, met het --actor van het vorige.',
    en: 'The key was replaced. Start every server again: until then the old tokens are still good, and the new ones not yet. Then give everybody a new token, with the --actor of the one before.',
  });
  if (endLinks)
    line({
      nl: 'Ook alle links van deelnemers en agenda’s zijn dan niet meer geldig. Stuur wie meedoet de link opnieuw.',
      en: 'No link of participants and calendars is good any more then, either. Send those who take part their link again.',
    });
}
