import { join } from 'node:path';
import { z } from 'zod';
import { isRunning } from '#embedded/folder/process-identity';
import { readJson, removeFile, writeJson } from './files.ts';

const identity = z.object({ pid: z.number(), startedAt: z.string().nullable() });

const runInfo = z.object({
  /** The process that holds the data folder. */
  supervisor: identity,
  url: z.string(),
  /** Where the worker tells how it is doing. */
  workerUrl: z.string(),
  logUrl: z.string(),
  databaseUrl: z.string(),
});

/** How the other commands reach the running installation of a data folder. Holds a password: readable by its owner only. */
export type RunInfo = z.infer<typeof runInfo>;

const fileOf = (data: string): string => join(data, 'run.json');

/** The running installation of this data folder, or undefined when none runs. */
export async function readRunInfo(data: string): Promise<RunInfo | undefined> {
  const found = await readJson(fileOf(data), runInfo);
  return found && (await isRunning(found.supervisor)) ? found : undefined;
}

export async function writeRunInfo(data: string, info: RunInfo): Promise<void> {
  await writeJson(fileOf(data), info);
}

export async function removeRunInfo(data: string): Promise<void> {
  await removeFile(fileOf(data));
}
