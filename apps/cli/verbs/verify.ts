import { Log } from '#log/log';
import { NotThereYet } from '#views/query/as-of';
import { encodePosition } from '#views/query/position-token';
import { verify as compare, type Verification } from '#views/verify';
import { Views } from '#views/views';
import { withEngines } from '../start/with-engines.ts';
import { CliError } from '../terminal/failure.ts';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';

export interface VerifyOptions {
  readonly data: string;
  readonly json: boolean;
}

/** How long a running installation may take to work through what was recorded last. */
const PATIENCE_MS = 30_000;

interface Verified extends Verification {
  /** Events of the log that the views had not worked through. */
  readonly behind: number;
}

/**
 * `samenspel verify`: folds the log afresh and compares the outcome with every row and row version of the views. Uses
 * the engines of the running installation; where none runs, it starts them itself, under the run lock.
 * @throws CliError (exit code 3) when there is a difference.
 */
export async function verify({ data, json }: VerifyOptions): Promise<void> {
  if (json) leaveOutputToPrograms();
  const found = await withEngines(data, ({ logUrl, databaseUrl, isInUse }) =>
    verifyOn(logUrl, databaseUrl, isInUse ? PATIENCE_MS : 0),
  );
  say(found, json);
}

/** Compares on these engines; what was recorded before the question is waited for, because views are behind by nature. */
async function verifyOn(logUrl: string, databaseUrl: string, waitMs: number): Promise<Verified> {
  const log = await Log.connect(logUrl, { purpose: 'production', now: () => new Date().toISOString() });
  try {
    const views = await Views.open({ databaseUrl, log });
    const bar = progress({ nl: 'Gebeurtenissen gevouwen', en: 'Events folded' });
    try {
      const recorded = await endOf(log);
      await caughtUp(views, recorded.position, waitMs);
      const found = await compare({ views, onProgress: (done, total) => bar.to(done, total) });
      return { ...found, behind: Math.max(0, recorded.events - found.events) };
    } finally {
      bar.end();
      await views.close();
    }
  } finally {
    await log.close();
  }
}

/** How many events the log holds now, and the position of the last. */
async function endOf(log: Log): Promise<{ events: number; position: string }> {
  let events = 0;
  let last = 0n;
  for await (const { position } of log.readAll()) {
    events += 1;
    last = position;
  }
  return { events, position: encodePosition(log.id, last) };
}

async function caughtUp(views: Views, minPosition: string, waitMs: number): Promise<void> {
  try {
    await views.basis({ minPosition, waitMs }, 'everything');
  } catch (error) {
    // Then as much is compared as there is, and the outcome says how much is missing.
    if (!(error instanceof NotThereYet)) throw error;
  }
}

function say(found: Verified, json: boolean): void {
  const { ordinal, events, rows, versions, differences, differenceCount, behind } = found;
  if (json) jsonLine({ ordinal, events, rows, versions, behind, differenceCount, differences });
  line({
    nl: `Tot volgnummer ${ordinal}: ${events} gebeurtenissen gevouwen, ${rows} rijen en ${versions} rijversies vergeleken.`,
    en: `Up to ordinal ${ordinal}: ${events} events folded, ${rows} rows and ${versions} row versions compared.`,
  });
  if (behind > 0) {
    line({
      nl: `${behind} latere gebeurtenissen zijn nog niet in de overzichten verwerkt.`,
      en: `${behind} later events are not in the views yet.`,
    });
  }
  if (differences.length === 0) {
    line({ nl: 'Geen verschil.', en: 'No difference.' });
    return;
  }
  for (const difference of differences.slice(0, 20)) line(`  ${JSON.stringify(difference)}`);
  throw new CliError({ nl: `${differenceCount} verschillen.`, en: `${differenceCount} differences.` }, 3);
}
