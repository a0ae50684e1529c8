import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { assertPortFree } from '#embedded/folder/ports';
import { readJson, writeJson } from './files.ts';

const ports = z.object({ postgres: z.number().int(), node: z.number().int() });

/** The ports of the embedded engines of one data folder. */
export type Ports = z.infer<typeof ports>;

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
  const kept = await readJson(fileOf(data), ports);
  if (kept && (await isFree(kept.postgres)) && (await isFree(kept.node))) return kept;
  const first = createHash('sha256').update(data).digest().readUInt32BE() % RANGE;
  const postgres = await nextFree(first);
  const chosen = { postgres: LOWEST + postgres, node: LOWEST + (await nextFree(postgres + 1)) };
  await writeJson(fileOf(data), chosen);
  return chosen;
}

async function nextFree(from: number): Promise<number> {
  for (let offset = from; offset < from + TRIES; offset += 1) {
    if (await isFree(LOWEST + (offset % RANGE))) return offset % RANGE;
  }
  throw new Error(`No free port among ${TRIES} from ${LOWEST + from}`);
}

async function isFree(port: number): Promise<boolean> {
  return assertPortFree(port).then(
    () => true,
    () => false,
  );
}
