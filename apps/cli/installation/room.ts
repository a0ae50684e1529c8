import { statfs } from 'node:fs/promises';
import { CliError } from '../terminal/failure.ts';

/** PostgreSQL's own journal takes this much before anything is recorded. */
const NEEDED_BYTES = 128 * 1024 * 1024;

/**
 * Looks whether there is room to start: a database that meets a full disk half-way stops and must recover.
 * @throws CliError when the disk is as good as full.
 */
export async function assertRoom(data: string): Promise<void> {
  const { bavail, bsize } = await statfs(data);
  if (bavail * bsize >= NEEDED_BYTES) return;
  const needed = NEEDED_BYTES / 1024 / 1024;
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new CliError({
    nl: `De schijf van ${data} is vol: er is nog ${free} MB vrij en ${needed} MB nodig. Maak ruimte vrij of kies een andere gegevensmap; er is niets beschadigd.`,
    en: `The disk of ${data} is full: ${free} MB are free and ${needed} MB are needed. Free some space or choose another data folder; nothing was damaged.`,
  });
}
