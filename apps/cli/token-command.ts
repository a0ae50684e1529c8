import { Command, InvalidArgumentError } from 'commander';
import { validate as isUuid } from 'uuid';
import { say } from './terminal/language.ts';

/** `samenspel token …`: a token for one person. */
export function tokenCommand(): Command {
  return new Command('token')
    .description(say({ nl: 'Een nieuw token maken', en: 'Make a new token' }))
    .argument('<role>', 'lead, auditor, reporter, admin')
    .option('--hours <n>', say({ nl: 'zo lang geldig', en: 'valid this long' }), hours, 12)
    .option(
      '--actor <id>',
      say({
        nl: 'van wie al eerder een token kreeg; anders een nieuwe persoon',
        en: 'who had a token before; else somebody new',
      }),
      actorId,
    )
    .action(async (role, options) => (await import('./verbs/token.ts')).token(role, options));
}

/** Three months: one that leaked is good for as long as it was given out for. */
const mostHours = 2_160;

function hours(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0 && number <= mostHours) return number;
  throw new InvalidArgumentError(
    say({
      nl: `Geef een getal boven nul, hoogstens ${mostHours} (90 dagen).`,
      en: `Give a number above zero, ${mostHours} at most (90 days).`,
    }),
  );
}

function actorId(text: string): string {
  if (isUuid(text)) return text.toLowerCase();
  throw new InvalidArgumentError(
    say({
      nl: 'Geef het id (uuid) dat bij een eerder token is genoemd.',
      en: 'Give the id (uuid) that was told with an earlier token.',
    }),
  );
}
