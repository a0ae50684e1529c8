import { readFile } from 'node:fs/promises';
import { type Copied, type CopyPhase, copyLog } from '#log/copy/copy-log';
import { CopyError } from '#log/copy/errors';
import { readRunInfo } from '../installation/run-info.ts';
import { CliError } from '../terminal/failure.ts';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { type Progress, progress } from '../terminal/progress.ts';

export interface LogCopyOptions {
  readonly data: string;
  /** `esdb://…`, or `@FILE` that holds it; without it, the log of the running installation. */
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
  const [source, target] = [await sourceOf(from, data), await addressIn(to)];
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const bars = new Bars();
  try {
    const onProgress = (phase: CopyPhase, done: number, total: number): void => bars.to(phase, done, total);
    const copied = await copyLog({ from: source, to: target, onProgress, signal: stop.signal });
    bars.end();
    if (json) jsonLine(copied);
    say(copied);
  } catch (error) {
    bars.end();
    if (!(error instanceof CopyError)) throw error;
    throw new CliError(error.sentence, error.code === 'not-the-same' ? DIFFERENT : 1, { cause: error });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

async function sourceOf(from: string | undefined, data: string): Promise<string> {
  if (from !== undefined) return addressIn(from);
  const running = await readRunInfo(data);
  if (running) return running.logUrl;
  throw new CliError({
    nl: `Er draait geen Samenspel op de gegevensmap ${data}. Start het, of zeg met --from uit welk logboek.`,
    en: `No Samenspel runs on the data folder ${data}. Start it, or say with --from which log.`,
  });
}

/** A connection string may hold a password, and what stands on a command line is there for every user to read. */
async function addressIn(text: string): Promise<string> {
  const address = text.startsWith('@') ? (await readFile(text.slice(1), 'utf8')).trim() : text;
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
