import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { CliError } from '../terminal/failure.ts';
import { counted } from '../terminal/language.ts';
import { line } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';
import { Api, NoAnswer, Refused, type Target } from './api.ts';

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
export async function importApplications(
  file: string,
  options: ImportOptions,
  lookOnMs: number = LOOK_ON_MS,
): Promise<void> {
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
  else await lookOn(api, accepted.parse(JSON.parse(text)), lookOnMs);
}

function sayChecked(rows: number): void {
  line({
    nl: `Nagekeken: ${counted(rows, 'aanmelding', 'aanmeldingen')}, geen fouten. Er is niets vastgelegd.`,
    en: `Checked: ${counted(rows, 'application', 'applications')}, no mistakes. Nothing was recorded.`,
  });
}

type Accepted = z.infer<typeof accepted>;
type Status = z.infer<typeof status>['data'];

/**
 * The file is accepted for good; what remains would also go on without us. So a server that is busy or away for a moment
 * is looked at again: the command succeeded.
 */
async function lookOn(api: Api, { id, position }: Accepted, lookOnMs: number): Promise<void> {
  const bar = progress({ nl: 'Aanmeldingen vastleggen', en: 'Recording applications' });
  const until = performance.now() + lookOnMs;
  try {
    for (let left = lookOnMs; left > 0; left = until - performance.now()) {
      const found = await statusOf(api, { id, position }, left);
      if (found) bar.to((found.completed?.recorded ?? 0) + (found.completed?.known ?? 0), found.rows);
      if (found?.completed) return sayRecorded(id, found.completed);
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

/** Undefined when it cannot be said at this moment. */
async function statusOf(api: Api, { id, position }: Accepted, within: number): Promise<Status | undefined> {
  try {
    const { text } = await api.ask({ path: `/v1/imports/${id}`, query: { minPosition: position }, within });
    return status.parse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof NoAnswer || (error instanceof Refused && error.status >= 500)) return undefined;
    throw error;
  }
}

function sayRecorded(id: string, { recorded, known }: NonNullable<Status['completed']>): void {
  line({
    nl: `Import ${id}: ${counted(recorded, 'aanmelding', 'aanmeldingen')} vastgelegd, ${counted(known, 'was', 'waren')} er al.`,
    en: `Import ${id}: ${counted(recorded, 'application', 'applications')} recorded, ${counted(known, 'was', 'were')} there already.`,
  });
}
