/**
 * What becomes of threads that fold when something goes wrong, told to the process that started this one: only what is
 * built has such threads. For a test alone.
 */
import { subject } from '#domain/kernel/subject';
import type { Generation } from '#views/database/generations';
import { progressView } from '#views/progress/view';
import type { FolderOptions } from '#views/rebuild/folders/folder';
import { startFolders } from '#views/rebuild/folders/start';
import { ThreadFolder } from '#views/rebuild/folders/thread-folder';
import type { PlacedBatch } from '#views/rebuild/placed-events';
import { idOf, loggedOf } from '../../support/events.ts';

/** How each of them ended. */
export interface ThreadsTold {
  /** Whether folders that may be in threads are. */
  readonly inThreads: boolean;
  readonly databaseAway: string;
  readonly viewUnknown: string;
  readonly closed: string;
  readonly askedAfterwards: string;
}

const progress: Generation = { id: 1, view: progressView, status: 'filling', followed: false, inputs: [] };
const programme = idOf('programme');

function options(reading: FolderOptions['reading'], generation: Generation = progress): FolderOptions {
  const loader = { load: async () => [] };
  return { generations: [generation], ahead: [], parked: new Map(), room: 1_000_000, reading, loader };
}

/** One event, of a trajectory whose row has to be read before it. */
function batch(): PlacedBatch {
  const subjects = [subject('programme', programme), subject('trajectory', idOf('trajectory'))];
  const told = {
    id: idOf('asked'),
    stream: 'trajectory-1',
    at: '2026-01-05T09:00:00.000Z',
    subjects,
    occurredOn: { precision: 'day', value: '2026-01-05' },
    type: 'trajectory.commitment-asked.v1',
    data: { layer: 'council', due: '2026-03-01' },
  } as const;
  const event = loggedOf(told, { revision: 0, position: 1n });
  const place = { ordinal: 1, programme, shard: 0 };
  return { after: 0, until: 1, places: [{ ...place, event: event.id }], events: [{ ...place, event, subjects }] };
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none: it came to an end';
  } catch (error) {
    return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
  }
}

/** An error of a kind of its own, as a driver has them; a thread can tell one on only as a plain error. */
class ConnectionLost extends Error {}

async function databaseAway(): Promise<Pick<ThreadsTold, 'inThreads' | 'databaseAway'>> {
  const away = { query: () => Promise.reject(new ConnectionLost('the database is away')) };
  const folders = await startFolders({ count: 2, inThreads: true }, options(away));
  const reasons = await Promise.all(folders.map((folder) => reasonOf(folder.fold(batch()))));
  await Promise.all(folders.map((folder) => folder.close()));
  return { inThreads: folders.every((one) => one instanceof ThreadFolder), databaseAway: reasons.join('; ') };
}

async function viewUnknown(): Promise<string> {
  const silent = { query: () => Promise.reject(new Error('nothing is read')) };
  const nonsense: Generation = { ...progress, view: { ...progressView, name: 'nonsense' } };
  const folder = ThreadFolder.start(options(silent, nonsense));
  const reason = await reasonOf(folder.fold(batch()));
  await folder.close();
  return reason;
}

async function closedMeanwhile(): Promise<Pick<ThreadsTold, 'closed' | 'askedAfterwards'>> {
  let begin: () => void = () => undefined;
  const isReading = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const query = (): Promise<never> => {
    begin();
    return new Promise(() => undefined);
  };
  const folder = ThreadFolder.start(options({ query }));
  const reason = reasonOf(folder.fold(batch()));
  await isReading;
  await folder.close();
  return { closed: await reason, askedAfterwards: await reasonOf(folder.release()) };
}

const told: ThreadsTold = {
  ...(await databaseAway()),
  viewUnknown: await viewUnknown(),
  ...(await closedMeanwhile()),
};
process.send?.(told, () => process.exit(0));
