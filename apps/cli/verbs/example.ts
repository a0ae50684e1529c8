import { issueTokens } from '#identity/tokens';
import { installationOf, saveInstallation } from '../installation/purpose.ts';
import { whereaboutsOf } from '../installation/whereabouts.ts';
import { recordExample } from '../start/example.ts';
import { CliError } from '../terminal/failure.ts';

/** `samenspel example`: records a worked example in the running installation; again does no harm. */
export async function example({ data, name }: { data: string; name: string }): Promise<void> {
  const running = await whereaboutsOf(data);
  if (!running) {
    throw new CliError({
      nl: `Er draait geen Samenspel op de gegevensmap ${data}. Start het met npm start.`,
      en: `No Samenspel runs on the data folder ${data}. Start it with npm start.`,
    });
  }
  const held = await installationOf(data);
  const { signal } = new AbortController();
  const tokens = await issueTokens(data);
  await recordExample({ url: running.url, tokens, which: name, json: false, signal });
  // A folder that was made for an example holds that one still: the next start goes by it.
  if (held && held.example !== 'none') return;
  await saveInstallation(data, { purpose: 'example', example: 'recorded', which: name });
}
