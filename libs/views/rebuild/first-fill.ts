import { generationsOf } from '../database/generations.ts';
import { readHead } from '../index/indexer.ts';
import type { Views } from '../views.ts';
import { RebuildError } from './errors.ts';
import { fill } from './fill.ts';
import { alone } from './fill-lock.ts';

/** The events that are folded at one go: a worker does its other work in between. */
const batchSize = 200;
/** It begins by itself, beside that other work: nobody said that memory for threads is to be had. */
const folders = { count: 1, inThreads: false };

/**
 * Fills the views whose fold is new to a database that has a log already: questions to them wait until it is done, all
 * others are answered meanwhile. Gives whether nothing is left to fill; it is not while another process is at it, or while
 * nothing of the log is in the index yet.
 */
export async function fillNew(
  views: Pick<Views, 'db' | 'log' | 'loader' | 'registry' | 'workbench'>,
  signal: AbortSignal,
): Promise<boolean> {
  if ((await unfilled(views)).length === 0) return true;
  const head = await readHead(views.db);
  if (!head?.ordinal) return false;
  try {
    await alone(views.db, async () => fill({ views, generations: await unfilled(views), signal, batchSize, folders }));
  } catch (error) {
    if (error instanceof RebuildError && (error.code === 'busy' || error.code === 'interrupted')) return false;
    throw error;
  }
  return true;
}

async function unfilled({ db, registry }: Pick<Views, 'db' | 'registry'>) {
  const own = await generationsOf(db, registry.byFold);
  return own.filter(({ status, followed }) => status === 'live' && !followed);
}
