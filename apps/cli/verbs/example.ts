import { issueTokens } from '#identity/tokens';
import { whereaboutsOf } from '../installation/whereabouts.ts';
import { recordExampleIfWanted } from '../start/example.ts';
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
  const installation = { purpose: 'example', example: 'recording', which: name } as const;
  const { signal } = new AbortController();
  const tokens = await issueTokens(data);
  await recordExampleIfWanted({ data, url: running.url, tokens, installation, json: false, signal });
}
