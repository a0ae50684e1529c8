/**
 * A thread that folds shards of a filling (`ThreadFolder` starts it). It has no connection of its own: what it has to read
 * of the database and the log, it asks of the thread that started it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { registry } from '../../all-views.ts';
import type { Generation } from '../../database/generations.ts';
import type { ScriptStep } from '../../database/script.ts';
import { Calls, HandedOver } from './calls.ts';
import { LocalFolder } from './folder.ts';
import type { FolderAsked, GenerationNamed, OwnerAsked, ThreadStart } from './thread-folder.ts';

if (!parentPort) throw new Error('This module is the beginning of a thread of its own');

const { generations, ahead, parked, room }: ThreadStart = workerData;

const owner: Calls<OwnerAsked> = new Calls<OwnerAsked>(parentPort, {
  fold: async (batch) => {
    const part = await folder.fold(batch);
    return new HandedOver(part, buffersOf(part.steps));
  },
  release: async () => {
    const steps = await folder.release();
    return new HandedOver(steps, buffersOf(steps));
  },
  committed: async () => folder.committed(),
} satisfies FolderAsked);

const folder: LocalFolder = new LocalFolder({
  generations: generations.map(withView),
  ahead: ahead.map(withView),
  parked,
  room,
  reading: { query: (statement) => owner.ask('query', statement) },
  loader: { load: (places) => owner.ask('load', places) },
});

function withView({ view, ...rest }: GenerationNamed): Generation {
  const found = registry.views.find(({ name }) => name === view);
  if (!found) throw new Error(`There is no view of the name ${view}`);
  return { ...rest, view: found };
}

function buffersOf(steps: readonly ScriptStep[]): ArrayBuffer[] {
  const pieces = steps.flatMap((step) => (typeof step !== 'string' && 'rows' in step ? step.rows : []));
  return pieces.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
