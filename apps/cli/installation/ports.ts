import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { assertPortFree } from '#embedded/folder/ports';
import { readJson, writeJson } from './files.ts';

const names = ['postgres', 'node', 'worker'] as const;
const ports = z.partialRecord(z.enum(names), z.number().int());

/** The ports of one data folder that nobody has to know: of its engines, and where its worker tells how it is doing. */
export type Ports = Readonly<Record<(typeof names)[number], number>>;

/** Below the range from which systems take ports for outgoing connections, so that none of those is in the way. */
const LOWEST = 16_000;
const RANGE = 12_000;
const TRIES = 200;

const fileOf = (data: string): string => join(data, 'ports.json');

/**
 * The ports that this data folder used before, so that connection strings stay true over restarts; the first time,
 * and where another program took one, others that follow from the folder's path.
 */
export async function choosePorts(data: string): Promise<Ports> {
  const kept = (await readJson(fileOf(data), ports)) ?? {};
  const taken = Object.values(kept);
  const portOf = async (name: keyof Ports): Promise<number> => {
    const before = kept[name];
    if (before !== undefined && (await isFree(before))) return before;
    const port = await nextFree(data, taken);
    taken.push(port);
    return port;
  };
  const chosen = { postgres: await portOf('postgres'), node: await portOf('node'), worker: await portOf('worker') };
  await writeJson(fileOf(data), chosen);
  return chosen;
}

async function nextFree(data: string, taken: readonly number[]): Promise<number> {
  const first = createHash('sha256').update(data).digest().readUInt32BE() % RANGE;
  for (let offset = first; offset < first + TRIES; offset += 1) {
    const port = LOWEST + (offset % RANGE);
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port among ${TRIES} from ${LOWEST + first}`);
}

async function isFree(port: number): Promise<boolean> {
  return assertPortFree(port).then(
    () => true,
    () => false,
  );
}
