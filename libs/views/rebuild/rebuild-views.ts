import { dropGeneration, type Generation, generationsOf, makeGeneration } from '../database/generations.ts';
import type { Tabled } from '../database/row-table.ts';
import { advance } from '../engine/advance.ts';
import { foldOf } from '../engine/fold-hash.ts';
import { inputsOf, type ViewDefinition } from '../engine/view-definition.ts';
import type { Views } from '../views.ts';
import { chosen } from './chosen.ts';
import { type Compared, compare } from './compare.ts';
import { RebuildError } from './errors.ts';
import { fill } from './fill.ts';
import { alone } from './fill-lock.ts';
import type { Folders } from './folders/start.ts';
import { passedBy } from './passed.ts';
import { switchOver } from './switch.ts';

export interface RebuildOptions {
  readonly views: Pick<Views, 'db' | 'log' | 'loader' | 'registry' | 'workbench'>;
  /** Which views; all when it is empty. What is derived from them goes along. */
  readonly names: readonly string[];
  /** Switch although rows came out otherwise that are made in the same way. */
  readonly accept?: boolean;
  /** The events that are folded at one go; 1,000 when left out. */
  readonly batchSize?: number;
  /** Who folds; a thread for each core when left out. */
  readonly folders?: Folders | undefined;
  readonly signal?: AbortSignal;
  /** Told what it is doing, and while it fills: how many events of how many. */
  readonly onProgress?: (phase: 'filling' | 'comparing', done: number, total: number) => void;
}

/** What came of one view. */
export interface Rebuilt extends Compared {
  readonly view: string;
  readonly version: number;
  /** The number of the generation that was made. */
  readonly generation: number;
  /** What its rows were compared with: what is in use, or, for a fold that is new, what the one before it made. */
  readonly comparedWith: { readonly generation: number; readonly version: number; readonly sameFold: boolean } | null;
  /** Whether it is what answers are read from now. */
  readonly live: boolean;
}

export interface RebuildOutcome {
  /** The ordinal up to which rows were compared. */
  readonly ordinal: number;
  readonly views: readonly Rebuilt[];
}

/**
 * Makes the rows of views again beside those in use, compares the two, and switches over when they are the same. What
 * was in use is kept as the way back. A fold that is new to the database has nothing in use: it is filled where it is,
 * and its rows are compared with those of the fold before it, which they may differ from.
 *
 * It may be killed at any moment; called again it goes on where it was.
 *
 * @throws RebuildError when it cannot; nothing is switched then.
 */
export async function rebuildViews(options: RebuildOptions): Promise<RebuildOutcome> {
  const { views } = options;
  const wanted = chosen(views.registry, options.names);
  return alone(views.db, async () => {
    const targets = await targetsFor(options, await withUnfilled(views, wanted));
    const toFill = targets.filter(({ followed }) => !followed);
    const { signal, batchSize, folders, onProgress } = options;
    const tell = (done: number, total: number) => onProgress?.('filling', done, total);
    await fill({ views, generations: toFill, batchSize, folders, signal, onProgress: tell });
    await catchUp(options);
    const compared = await compareAll(options, targets);
    const wrong = compared.views.filter((one) => one.comparedWith?.sameFold && one.count > 0);
    if (wrong.length > 0 && !options.accept) return compared;
    assertWanted(options);
    await switchAll(options, targets);
    return { ...compared, views: compared.views.map((one) => ({ ...one, live: true })) };
  });
}

/**
 * These views, and those that they are derived from where rows of them are being made too: nothing can be derived from what
 * does not go on, so what was begun of them is done along.
 */
async function withUnfilled(
  { db, registry }: Pick<RebuildOptions['views'], 'db' | 'registry'>,
  wanted: readonly ViewDefinition[],
): Promise<readonly ViewDefinition[]> {
  const own = await generationsOf(db, registry.byFold);
  const unfilled = new Set(own.flatMap(({ view, followed }) => (followed ? [] : [view])));
  const inputs = wanted.flatMap(({ derived }) => (derived ? inputsOf(derived) : []));
  const along = inputs.filter((view) => unfilled.has(view) && !wanted.includes(view));
  if (along.length === 0) return wanted;
  return withUnfilled(
    { db, registry },
    chosen(
      registry,
      [...wanted, ...along].map(({ name }) => name),
    ),
  );
}

/**
 * The generations to fill: live ones that are new, those that were begun before, and otherwise new ones. What a view is
 * derived from stands before it.
 */
function targetsFor(
  { views: { db, registry } }: RebuildOptions,
  wanted: readonly ViewDefinition[],
): Promise<Generation[]> {
  return db.transaction().execute(async (tx) => {
    const own = await generationsOf(tx, registry.byFold);
    const targets: Generation[] = [];
    for (const view of wanted) {
      const known = own.filter((generation) => generation.view === view);
      const begun = known.find(({ status, followed }) => status === 'filling' || (status === 'live' && !followed));
      const isUsable = begun?.status !== 'filling' || isMadeOf(begun, targets, own);
      // Its rows come from rows that will not be in use: those that are being made again, too, or that were before.
      if (begun && !isUsable) await dropGeneration(tx, { id: begun.id, view: view.name });
      const target = isUsable ? begun : undefined;
      targets.push(target ?? (await makeGeneration(tx, view, { status: 'filling', followed: false, along: targets })));
    }
    return targets;
  });
}

/** Whether it is derived from what will be in use with it: what is made along, and otherwise what is live. */
function isMadeOf(begun: Generation, targets: readonly Generation[], own: readonly Generation[]): boolean {
  const { derived } = begun.view;
  if (!derived) return true;
  return inputsOf(derived).every((input, i) => {
    const along = targets.find(({ view }) => view === input);
    const used = along ?? own.find(({ view, status }) => view === input && status === 'live');
    return used?.id === begun.inputs[i];
  });
}

/** What was recorded meanwhile is folded by the workers, and, lest none runs, here too. */
async function catchUp({ views }: RebuildOptions): Promise<void> {
  await advance(views, { wait: true });
}

async function compareAll(options: RebuildOptions, targets: readonly Generation[]): Promise<RebuildOutcome> {
  const { db } = options.views;
  const pairs = await Promise.all(targets.map(async (after) => ({ after, before: await inUse(options, after) })));
  const ordinal = await passedBy(
    db,
    pairs.flatMap(({ after, before }) => (before ? [after.id, before.id] : [after.id])),
  );
  const views: Rebuilt[] = [];
  for (const [i, { after, before }] of pairs.entries()) {
    assertWanted(options);
    options.onProgress?.('comparing', i, pairs.length);
    const { name, version } = after.view;
    const sameFold = before?.fold === foldOf(after.view);
    const compared = before && (await compare(db, { before, after, ordinal, columns: sameFold }));
    views.push({
      view: name,
      version,
      generation: after.id,
      comparedWith: before ? { generation: before.id, version: before.version, sameFold } : null,
      live: after.status === 'live',
      ...(compared ?? { versions: 0, count: 0, first: [] }),
    });
  }
  return { ordinal, views };
}

interface InUse extends Tabled {
  readonly version: number;
  readonly fold: string;
}

/** The live generation of the same fold; for a fold that is new, the newest of another fold of that view. */
async function inUse({ views: { db } }: RebuildOptions, after: Generation): Promise<InUse | undefined> {
  const found = await db
    .selectFrom('views.generation')
    .select(['id', 'version', 'fold'])
    .where('view', '=', after.view.name)
    .where('status', '=', 'live')
    .where('followed', '=', true)
    .where('fold', after.status === 'live' ? '<>' : '=', foldOf(after.view))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return found && { ...found, view: after.view };
}

async function switchAll(options: RebuildOptions, targets: readonly Generation[]): Promise<void> {
  const { db, registry } = options.views;
  const own = await generationsOf(db, registry.byFold);
  const exchanges = targets.flatMap((next) => {
    const live = own.find(({ view, status, id }) => view === next.view && status === 'live' && id !== next.id);
    return live ? [{ live, next }] : [];
  });
  while (!(await switchOver(db, exchanges))) {
    assertWanted(options);
    await catchUp(options);
  }
}

/** @throws RebuildError when it was interrupted meanwhile: what was filled is kept, and gone on with the next time. */
function assertWanted({ signal }: RebuildOptions): void {
  if (signal?.aborted) throw RebuildError.interrupted();
}
