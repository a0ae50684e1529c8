import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { CliError } from '../terminal/failure.ts';
import { line } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';
import { Api, type Target } from './api.ts';

export interface ImportOptions extends Target {
  readonly programme: string;
  readonly dryRun: boolean;
}

/** The lines of a file are recorded one by one after it was accepted; this is how long we look on. */
const LOOK_ON_MS = 60_000;
const LOOK_EVERY_MS = 200;

const checked = z.object({ rows: z.number() });
const accepted = z.object({ id: z.string(), position: z.string() });
const status = z.object({
  data: z.object({ rows: z.number(), completed: z.object({ recorded: z.number(), known: z.number() }).nullable() }),
});

/**
 * `samenspel import FILE --programme ID`: all lines or none. A mistake anywhere is answered with every mistake, by
 * line, and nothing is recorded.
 */
export async function importApplications(file: string, options: ImportOptions): Promise<void> {
  const content = await readFile(file).catch((cause: unknown) => {
    const sentence = { nl: `Het bestand ${file} is niet te lezen.`, en: `The file ${file} cannot be read.` };
    throw new CliError(sentence, 1, { cause });
  });
  const api = await Api.open(options, 'lead');
  const { text } = await api.ask({
    path: `/v1/programmes/${encodeURIComponent(options.programme)}/imports`,
    query: { dryRun: options.dryRun ? 'true' : undefined },
    body: { type: 'text/csv; charset=utf-8', content },
  });
  if (options.dryRun) sayChecked(checked.parse(JSON.parse(text)).rows);
  else await lookOn(api, accepted.parse(JSON.parse(text)));
}

function sayChecked(rows: number): void {
  line({
    nl: `Nagekeken: ${rows} aanmeldingen, geen fouten. Er is niets vastgelegd.`,
    en: `Checked: ${rows} applications, no mistakes. Nothing was recorded.`,
  });
}

/** The file is accepted for good; what remains would also go on without us. */
async function lookOn(api: Api, { id, position }: z.infer<typeof accepted>): Promise<void> {
  const bar = progress({ nl: 'Aanmeldingen vastleggen', en: 'Recording applications' });
  const until = performance.now() + LOOK_ON_MS;
  try {
    while (performance.now() < until) {
      const { text } = await api.ask({ path: `/v1/imports/${id}`, query: { minPosition: position } });
      const { rows, completed } = status.parse(JSON.parse(text)).data;
      bar.to((completed?.recorded ?? 0) + (completed?.known ?? 0), rows);
      if (completed) {
        line({
          nl: `Import ${id}: ${completed.recorded} aanmeldingen vastgelegd, ${completed.known} waren er al.`,
          en: `Import ${id}: ${completed.recorded} applications recorded, ${completed.known} were there already.`,
        });
        return;
      }
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    bar.end();
  }
  line({
    nl: `Import ${id} is aangenomen en wordt nog verwerkt.`,
    en: `Import ${id} was accepted and is still being processed.`,
  });
}
