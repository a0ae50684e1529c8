import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { isRunning, type ProcessIdentity, startOf } from '#embedded/folder/process-identity';
import { readJson, removeFile, writeJson } from './files.ts';

const children = z.record(z.string(), z.object({ pid: z.number(), startedAt: z.string().nullable() }));

const fileOf = (data: string): string => join(data, 'children.json');

/**
 * The processes of one run, by name, kept in the data folder: if this run is killed, the next one can tell its orphans
 * from strangers that got the same number.
 */
export class ChildrenFile {
  readonly #file: string;
  readonly #known = new Map<string, ProcessIdentity>();
  #writing: Promise<void> = Promise.resolve();

  constructor(data: string) {
    this.#file = fileOf(data);
  }

  /** Notes that this part is now that process. */
  async note(part: string, pid: number): Promise<void> {
    this.#known.set(part, { pid, startedAt: await startOf(pid) });
    const written = this.#writing.then(() => writeJson(this.#file, Object.fromEntries(this.#known)));
    // Who asked is told; what comes after it is not kept from being written.
    this.#writing = written.catch(() => undefined);
    await written;
  }

  async remove(): Promise<void> {
    await this.#writing;
    await removeFile(this.#file);
  }
}

/**
 * Ends what a killed run left behind, except PostgreSQL, which has an orderly way of its own. They end by themselves
 * when their supervisor is gone; this only makes sure of it before their ports are taken again.
 */
export async function endOrphans(data: string): Promise<void> {
  const found = (await readJson(fileOf(data), children)) ?? {};
  for (const [part, identity] of Object.entries(found)) {
    if (part === 'postgres' || !(await isRunning(identity))) continue;
    process.kill(identity.pid, 'SIGKILL');
    while (await isRunning(identity)) await pause(20);
  }
}
