import { randomInt } from 'node:crypto';
import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral, wholeNumber } from '../database/literals.ts';
import { type Copy, runScript, selectJson } from '../database/script.ts';
import { progressChannel } from '../index/entry.ts';
import type { EventLoader } from '../index/event-loader.ts';
import { foldBatch, type PlacedEvent } from './batch.ts';
import type { ViewRegistry } from './registry.ts';
import type { RowSource } from './row-source.ts';
import { entriesAfter, type FoldEntry, type Level, lockShard, type ShardState } from './shard-state.ts';
import { depthOf, inputsOf } from './view-definition.ts';
import type { Workbench } from './workbench.ts';
import { writeSteps } from './write.ts';

/** Entries of one transaction. */
const largestBatch = 500;
/** Stamps are drawn from these: two processes never draw the same one after each other. */
const stamps = 2 ** 47;

export interface Engine {
  readonly workbench: Workbench;
  readonly loader: EventLoader;
  /** The folds that it carries: it advances the generations that these made, and no others. */
  readonly registry: ViewRegistry;
}

/**
 * Folds what is new in a shard into all views, and gives how many entries that were. Entries, rows and the shard's
 * ordinal move in one transaction under the shard's lock, so it may be called at any time, any number of times and in
 * any number of processes. Looks again after each commit, so that what arrived meanwhile needs no other nudge.
 *
 * A fold that throws parks its row; the others go on. With `unlessBusy` a shard that another worker holds is left alone.
 *
 * @throws what reading the log or the database throws; the shard then stays where it was, and nothing of that batch is
 * seen.
 */
export async function advance(engine: Engine, shard: number, options: { unlessBusy?: boolean } = {}): Promise<number> {
  const { unlessBusy = false } = options;
  const folded = await engine.workbench.alone(shard, unlessBusy, async (rows) => {
    let all = 0;
    for (;;) {
      const { count, more } = await advanceOnce(engine, rows, { shard, unlessBusy });
      all += count;
      if (!more) return all;
    }
  });
  return folded ?? 0;
}

interface Advanced {
  readonly count: number;
  /** Whether there is more to fold already. */
  readonly more: boolean;
}

function advanceOnce(engine: Engine, rows: RowSource, at: { shard: number; unlessBusy: boolean }): Promise<Advanced> {
  return engine.workbench.connected(async (client) => {
    try {
      const state = await lockShard(client, engine.registry, rows, { ...at, limit: largestBatch });
      return await new Step(engine, client, rows, at.shard).run(state);
    } catch (error) {
      rows.drop();
      throw error;
    }
  });
}

/** One transaction: a batch of each level, the foremost first. */
class Step {
  private readonly stamp = randomInt(1, stamps);
  /** Generations that are done, and from whose tables others can be derived. */
  private readonly ahead: Generation[] = [];
  private readonly moved: Generation[][] = [];
  private unwritten: (string | Copy)[] = [];
  private count = 0;
  /** How far all of them are. */
  private lowest = Number.MAX_SAFE_INTEGER;

  constructor(
    private readonly engine: Engine,
    private readonly client: pg.PoolClient,
    private readonly rows: RowSource,
    private readonly shard: number,
  ) {}

  async run({ levels, entries }: ShardState): Promise<Advanced> {
    let until: number | undefined;
    for (const level of levels) {
      until = await this.advanceLevel(level, until === undefined ? entries : await this.between(level.ordinal, until));
    }
    if (this.moved.length === 0) {
      await runScript(this.client, ['ROLLBACK']);
      return { count: 0, more: false };
    }
    const shard = wholeNumber(this.shard);
    const [after] = await runScript(this.client, [
      ...this.unwritten,
      `NOTIFY ${progressChannel}, '${shard}'`,
      'COMMIT',
      selectJson(`SELECT 1 FROM views.entry WHERE shard = ${shard} AND ordinal > ${wholeNumber(this.lowest)} LIMIT 1`),
    ]);
    for (const generations of this.moved) this.rows.written(this.stamp, generations);
    return { count: this.count, more: after !== undefined && after.length > 0 };
  }

  /** What lags does not go past what is before it, so that they come together. */
  private async between(after: number, until: number): Promise<FoldEntry[]> {
    // What lags may be derived from what is before it: that must be in the tables.
    await runScript(this.client, this.unwritten);
    this.unwritten = [];
    return entriesAfter(this.client, this.shard, { after, until, limit: largestBatch });
  }

  /** Gives the ordinal that the level came to. */
  private async advanceLevel(level: Level, entries: readonly FoldEntry[]): Promise<number> {
    const generations = ableAmong(level.generations, this.ahead);
    const until = entries.at(-1)?.ordinal ?? level.ordinal;
    if (generations.length < level.generations.length) this.lowest = Math.min(this.lowest, level.ordinal);
    if (generations.length > 0) this.lowest = Math.min(this.lowest, until);
    if (entries.length > 0 && generations.length > 0) await this.fold(level.ordinal, generations, entries);
    this.ahead.push(...generations);
    return until;
  }

  private async fold(after: number, generations: Generation[], entries: readonly FoldEntry[]): Promise<void> {
    const { loader } = this.engine;
    const events = generations.some(({ view }) => !view.derived) ? await placedEvents(loader, entries) : [];
    const batch = { generations, ahead: this.ahead, after, places: entries, events };
    const touched = await foldBatch({ ...batch, source: this.rows, reading: this.client, loader });
    this.count += entries.length;
    this.moved.push(generations);
    const ids = numbersLiteral(
      generations.map(({ id }) => id),
      'integer',
    );
    this.unwritten.push(
      ...writeSteps(touched),
      `UPDATE views.progress SET ordinal = ${wholeNumber(entries.at(-1)?.ordinal ?? after)}, stamp = ${this.stamp}
       WHERE shard = ${wholeNumber(this.shard)} AND generation = ANY(${ids})`,
    );
  }
}

/** Those whose rows can be made now: what is derived needs what it is derived from, here or before it. */
function ableAmong(generations: readonly Generation[], ahead: readonly Generation[]): Generation[] {
  const able: Generation[] = [];
  for (const generation of [...generations].sort((a, b) => depthOf(a.view) - depthOf(b.view))) {
    const { view, inputs } = generation;
    const there = [...able, ...ahead].filter(({ id }) => inputs.includes(id)).map((input) => input.view);
    if (!view.derived || inputsOf(view.derived).every((input) => there.includes(input))) able.push(generation);
  }
  return able;
}

/** The events at these entries. */
export async function placedEvents(loader: EventLoader, entries: readonly FoldEntry[]): Promise<PlacedEvent[]> {
  const events = await loader.load(entries);
  return entries.map(({ ordinal, programme, shard, subjects }, i) => {
    const event = events[i];
    if (!event) throw new Error(`Ordinal ${ordinal} has no event`);
    return { event, ordinal, programme, shard, subjects };
  });
}
