import { type Copied, type CopyPhase, copyLog } from '#log/copy/copy-log';
import { CopyError } from '#log/copy/errors';
import { withEngines } from '../start/with-engines.ts';
import { addressIn } from '../terminal/address.ts';
import { CliError } from '../terminal/failure.ts';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { type Progress, progress } from '../terminal/progress.ts';

export interface LogCopyOptions {
  readonly data: string;
  /** `esdb://…`, or `@FILE` that holds it; without it, the log of the data folder, whose installation runs or not. */
  readonly from?: string;
  readonly to: string;
  readonly json: boolean;
}

/** The exit code when source and copy turn out to differ; the same as that of `verify`. */
const DIFFERENT = 3;

const phases = {
  reading: { nl: 'bron lezen (geschat)', en: 'reading the source (estimate)' },
  copying: { nl: 'gebeurtenissen kopiëren', en: 'copying events' },
  verifying: { nl: 'kopie nalezen', en: 'reading the copy back' },
};

/**
 * `samenspel log copy --from … --to …`: copies a whole log, byte for byte, and compares both at the end. Run again
 * after an interruption it goes on where the copy is.
 * @throws CliError with the reason when it cannot, or when the copy is not the same (exit code 3).
 */
export async function copy({ data, from, to, json }: LogCopyOptions): Promise<void> {
  if (json) leaveOutputToPrograms();
  const target = await logIn(to);
  const copied =
    from === undefined
      ? await withEngines(data, ({ logUrl }) => copyBetween(logUrl, target), { stopsItself: true })
      : await copyBetween(await logIn(from), target);
  if (json) jsonLine(copied);
  say(copied);
}

/** Ctrl-C ends it between two events. */
async function copyBetween(from: string, to: string): Promise<Copied> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const bars = new Bars();
  try {
    const onProgress = (phase: CopyPhase, done: number, total: number): void => bars.to(phase, done, total);
    return await copyLog({ from, to, onProgress, signal: stop.signal });
  } catch (error) {
    if (!(error instanceof CopyError)) throw error;
    throw new CliError(error.sentence, error.code === 'not-the-same' ? DIFFERENT : 1, { cause: error });
  } finally {
    bars.end();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

async function logIn(text: string): Promise<string> {
  const address = await addressIn(text);
  if (/^esdb(\+discover)?:\/\//.test(address)) return address;
  throw new CliError({
    nl: 'Een logboek wordt aangewezen met esdb://…, of met @BESTAND waar dat in staat.',
    en: 'A log is named by esdb://…, or by @FILE that holds it.',
  });
}

function say({ events, found, hash, later }: Copied): void {
  line({
    nl: `${events - found} gebeurtenissen gekopieerd, ${found} stonden er al. Bron en kopie zijn gelijk: ${events} gebeurtenissen, SHA-256 ${hash}.`,
    en: `${events - found} events copied, ${found} were there already. Source and copy are the same: ${events} events, SHA-256 ${hash}.`,
  });
  if (later === 0) return;
  line({
    nl: `Tijdens het kopiëren kwamen er ${later} gebeurtenissen bij. Zet de installatie stil en geef de opdracht nog eens om ook die over te nemen.`,
    en: `While it was copied, ${later} events were added. Stop the installation and run the same command again to take those over too.`,
  });
}

/** One bar for each phase, one after another. */
class Bars {
  #phase: CopyPhase | undefined;
  #bar: Progress | undefined;

  to(phase: CopyPhase, done: number, total: number): void {
    if (phase !== this.#phase) {
      this.end();
      this.#bar = progress(phases[phase]);
      this.#phase = phase;
    }
    this.#bar?.to(done, total);
  }

  end(): void {
    this.#bar?.end();
    this.#bar = undefined;
  }
}
