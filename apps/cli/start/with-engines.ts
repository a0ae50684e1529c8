import { openDataFolder } from '#embedded/folder/data-folder';
import { release } from '#log/release';
import { readSettings } from '#log/settings';
import { endOrphans } from '../installation/children.ts';
import { assertExists } from '../installation/existing.ts';
import { choosePorts } from '../installation/ports.ts';
import { settleInstallation } from '../installation/purpose.ts';
import { readRunInfo } from '../installation/run-info.ts';
import { line } from '../terminal/output.ts';
import { Installation } from './installation.ts';

/** Where the engines of an installation are. */
export interface EnginesAt {
  readonly logUrl: string;
  readonly databaseUrl: string;
  /** False when they were started for this work alone: nobody else uses them. */
  readonly isInUse: boolean;
}

/**
 * Does a piece of work on the engines of a data folder: those of the running installation, or, where none runs, engines
 * that are started for it under the run lock and stopped afterwards. Where the environment says which engines there are,
 * as it does in a container, those are taken.
 * @throws CliError when there is no such data folder.
 */
export async function withEngines<T>(data: string, work: (engines: EnginesAt) => Promise<T>): Promise<T> {
  if (isToldByEnvironment()) {
    const { logUrl, databaseUrl } = readSettings(process.env);
    return work({ logUrl, databaseUrl, isInUse: true });
  }
  const running = await readRunInfo(data);
  if (running) return work({ logUrl: running.logUrl, databaseUrl: running.databaseUrl, isInUse: true });
  await assertExists(data);
  const folder = await openDataFolder(data, { release });
  try {
    const { purpose } = await settleInstallation(folder.path, { empty: false, example: false });
    await endOrphans(folder.path);
    const ports = await choosePorts(folder.path);
    const onGiveUp = (sentence: { nl: string; en: string }): void => line(sentence);
    const installation = new Installation({ data: folder.path, port: 0, ports, purpose, onGiveUp });
    try {
      await installation.startEngines();
      const { logUrl, databaseUrl } = installation;
      return await work({ logUrl, databaseUrl, isInUse: false });
    } finally {
      await installation.stop();
    }
  } finally {
    await folder.close();
  }
}

function isToldByEnvironment(): boolean {
  return ['SAMENSPEL_LOG_URL', 'SAMENSPEL_LOG_URL_FILE'].some((name) => process.env[name] !== undefined);
}
