import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sentence } from '#domain/kernel/decision';
import { PortInUseError } from '#embedded/errors';
import { type DataFolder, openDataFolder } from '#embedded/folder/data-folder';
import { assertPortFree, freePort } from '#embedded/folder/ports';
import { ownIdentity } from '#embedded/folder/process-identity';
import { issueTokens } from '#identity/tokens';
import { release } from '#log/release';
import { endOrphans } from '../installation/children.ts';
import { choosePorts } from '../installation/ports.ts';
import { settleInstallation } from '../installation/purpose.ts';
import { assertRoom } from '../installation/room.ts';
import { removeRunInfo, writeRunInfo } from '../installation/run-info.ts';
import { codesOf } from '../terminal/codes.ts';
import { CliError } from '../terminal/failure.ts';
import { say } from '../terminal/language.ts';
import { jsonLine, leaveOutputToPrograms, line, step } from '../terminal/output.ts';
import { recordExampleIfWanted } from './example.ts';
import { Installation } from './installation.ts';
import { type Running, sayRunning, tellReady } from './running.ts';
import { StopSignals } from './signals.ts';

/** How long a port of an orphan that was just ended may stay taken. */
const PORT_PATIENCE_MS = 3_000;

export interface StartOptions {
  readonly data: string;
  readonly port: number;
  /** An empty log for real work. */
  readonly empty: boolean;
  /** Which example, `all`, or true for the first; false: an example log without one. */
  readonly example: boolean | string;
  readonly json: boolean;
}

/**
 * `samenspel start`: starts everything, records the example when this is a first start, and stays until it is asked to
 * stop.
 * @throws CliError, EmbeddedError when it cannot start; everything that was started is stopped then.
 */
export async function start(options: StartOptions): Promise<void> {
  const began = performance.now();
  if (options.json) leaveOutputToPrograms();
  line(`Samenspel ${release} · ${say({ nl: 'gegevensmap', en: 'data folder' })} ${resolve(options.data)}`);
  const opening = { nl: 'Gegevensmap openen', en: 'Opening the data folder' };
  const folder = await step(opening, () => openDataFolder(options.data, { release }));
  try {
    await runIn(folder, options, began);
  } finally {
    await removeRunInfo(folder.path);
    await folder.close();
  }
}

async function runIn(folder: DataFolder, options: StartOptions, began: number): Promise<void> {
  const data = folder.path;
  await assertRoom(data);
  await endOrphans(data);
  // Before the folder is settled for anything: who cannot start may want something else the next time.
  const port = await listenable(options.port, folder.tookOverFrom !== null);
  const state = await settleInstallation(data, options);
  const troubles = new Troubles();
  const installation = new Installation({
    data,
    port,
    ports: await choosePorts(data),
    purpose: state.purpose,
    onGiveUp: (sentence, cause) => troubles.report(sentence, cause),
  });
  const signals = new StopSignals(() => force(installation));
  try {
    const url = `http://127.0.0.1:${port}`;
    const started = installation.start().then(async (): Promise<Running> => {
      const tokens = await issueTokens(data);
      const { workerUrl, logUrl, databaseUrl } = installation;
      await writeRunInfo(data, { supervisor: await ownIdentity(), url, workerUrl, logUrl, databaseUrl });
      const running = { url, tokens, data, pids: installation.pids, purpose: state.purpose };
      if (options.json) jsonLine({ started: true, ...running });
      const { signal } = signals;
      await recordExampleIfWanted({ data, installation: state }, { url, tokens, json: options.json, signal });
      return { ...running, pids: installation.pids, milliseconds: performance.now() - began };
    });
    const running = await Promise.race([started, signals.asked, troubles.first]);
    if (running) announce(running, options.json);
    // What a stop interrupts is no failure; what failed before it was thrown above.
    started.catch(() => undefined);
    await Promise.race([signals.asked, troubles.first]);
  } finally {
    await step({ nl: 'Alles stoppen', en: 'Stopping everything' }, () => installation.stop());
  }
}

function announce(running: Running, json: boolean): void {
  if (json) tellReady(running);
  else sayRunning(running);
}

/** A stop that is not waited for: PostgreSQL recovers at the next start, and nothing that was answered is lost. */
function force(installation: Installation): void {
  installation.kill();
  process.exit(130);
}

async function listenable(port: number, tookOver: boolean): Promise<number> {
  if (port === 0) return freePort();
  const until = performance.now() + (tookOver ? PORT_PATIENCE_MS : 0);
  for (;;) {
    try {
      await assertPortFree(port);
      return port;
    } catch (error) {
      if (codesOf(error).includes('EACCES')) throw notAllowed(port, error);
      if (!(error instanceof PortInUseError) || performance.now() >= until) throw error;
      await pause(50);
    }
  }
}

function notAllowed(port: number, cause: unknown): CliError {
  const sentence = {
    nl: `Poort ${port} mag deze gebruiker niet openen. Kies er een boven 1023 (--port).`,
    en: `This user may not open port ${port}. Choose one above 1023 (--port).`,
  };
  return new CliError(sentence, 1, { cause });
}

/** The first part that gave up ends the run with its sentence. */
class Troubles {
  readonly first: Promise<never>;
  #reject: (error: Error) => void = () => undefined;

  constructor() {
    this.first = new Promise((_, reject) => {
      this.#reject = reject;
    });
    // It is raced later; until then it must not count as unhandled.
    this.first.catch(() => undefined);
  }

  report(sentence: Sentence, cause?: unknown): void {
    this.#reject(new CliError(sentence, 1, { cause }));
  }
}
