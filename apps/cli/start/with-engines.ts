import { openDataFolder } from '#embedded/folder/data-folder';
import { release } from '#log/release';
import { readSettings } from '#log/settings';
import { endOrphans } from '../installation/children.ts';
import { assertExists } from '../installation/existing.ts';
import { choosePorts } from '../installation/ports.ts';
import { settleInstallation } from '../installation/purpose.ts';
import { readRunInfo } from '../installation/run-info.ts';
import { isToldByEnvironment } from '../installation/whereabouts.ts';
import { CliError } from '../terminal/failure.ts';
import { line } from '../terminal/output.ts';
import { Installation } from './installation.ts';
import { StopSignals } from './signals.ts';

/** Where the engines of an installation are. */
export interface EnginesAt {
  readonly logUrl: string;
  readonly databaseUrl: string;
  /** What an empty log is started for: whoever comes first to it must not make it another than the installation would. */
  readonly purpose: 'production' | 'example';
  /** False when they were started for this work alone: nobody else uses them. */
  readonly isInUse: boolean;
}

export interface WorkOptions {
  /** The work ends by itself, and in order, when a stop is asked for (SIGINT, SIGTERM): it is waited for then. */
  readonly stopsItself?: boolean;
}

/**
 * Does a piece of work on the engines of a data folder: those of the running installation, or, where none runs, engines
 * that are started for it under the run lock and stopped afterwards, also when it is broken off with Ctrl-C. Where the
 * environment says which engines there are, as it does in a container, those are taken.
 * @throws CliError when there is no such data folder; with exit code 130 when it was broken off.
 */
export async function withEngines<T>(
  data: string,
  work: (engines: EnginesAt) => Promise<T>,
  options: WorkOptions = {},
): Promise<T> {
  if (isToldByEnvironment()) return work({ ...enginesTold(), isInUse: true });
  const running = await readRunInfo(data);
  if (running) {
    const { purpose } = await purposeOf(data);
    return work({ logUrl: running.logUrl, databaseUrl: running.databaseUrl, purpose, isInUse: true });
  }
  await assertExists(data);
  return onOwnEngines(data, work, options);
}

async function onOwnEngines<T>(
  data: string,
  work: (engines: EnginesAt) => Promise<T>,
  { stopsItself = false }: WorkOptions,
): Promise<T> {
  let installation: Installation | undefined;
  // Before anything is held: whatever comes from here on is given free again.
  const signals = new StopSignals(() => {
    installation?.kill();
    process.exit(INTERRUPTED);
  });
  const folder = await openDataFolder(data, { release });
  try {
    const { purpose } = await purposeOf(folder.path);
    installation = await installationIn(folder.path, purpose);
    await unlessStopped(signals, installation.startEngines());
    const { logUrl, databaseUrl } = installation;
    const done = work({ logUrl, databaseUrl, purpose, isInUse: false });
    return await (stopsItself ? done : unlessStopped(signals, done));
  } finally {
    await installation?.stop();
    await folder.close();
    signals.close();
  }
}

async function installationIn(data: string, purpose: EnginesAt['purpose']): Promise<Installation> {
  await endOrphans(data);
  const ports = await choosePorts(data);
  return new Installation({ data, port: 0, ports, purpose, onGiveUp: (sentence) => line(sentence) });
}

/** The exit code of what was broken off with Ctrl-C. */
const INTERRUPTED = 130;

async function unlessStopped<T>(signals: StopSignals, done: Promise<T>): Promise<T> {
  // Broken off, it fails later for want of its engines; nobody waits for that.
  done.catch(() => undefined);
  const stopped = signals.asked.then(() => {
    throw new CliError({ nl: 'Afgebroken.', en: 'Interrupted.' }, INTERRUPTED);
  });
  return Promise.race([done, stopped]);
}

function purposeOf(data: string): ReturnType<typeof settleInstallation> {
  return settleInstallation(data, { empty: false, example: false });
}

function enginesTold(): Pick<EnginesAt, 'logUrl' | 'databaseUrl' | 'purpose'> {
  try {
    const { logUrl, databaseUrl, purpose } = readSettings(process.env);
    return { logUrl, databaseUrl, purpose };
  } catch (cause) {
    const [, ...lines] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    const which = lines.map((fault) => `\n  ${fault}`).join('');
    throw new CliError(
      { nl: `Er ontbreken instellingen, of ze kloppen niet:${which}`, en: `Settings are missing or wrong:${which}` },
      1,
      { cause },
    );
  }
}
