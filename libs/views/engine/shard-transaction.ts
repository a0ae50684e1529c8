import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral, wholeNumber } from '../database/literals.ts';
import { runScript, type ScriptStep } from '../database/script.ts';
import { progressChannel } from '../index/entry.ts';
import type { EventLoader } from '../index/event-loader.ts';
import { foldBatch, type PlacedEvent } from './batch.ts';
import type { RowSource } from './row-source.ts';
import { headBeyond } from './shard-queries.ts';
import { entriesAfter, type FoldEntry, type LockedShards, type ShardState } from './shard-state.ts';
import { newStamp } from './stamp.ts';
import { togetherOf } from './together.ts';
import { Turns } from './turns.ts';
import { depthOf, inputsOf } from './view-definition.ts';
import { writeSteps } from './write.ts';

/** Entries of one shard in one transaction; and so many of all of them are enough to begin with. */
export const largestBatch = 500;

/** What was folded, and is to be written: these generations have come to these ordinals. */
interface Moved {
  readonly generations: readonly Generation[];
  readonly ordinals: ReadonlyMap<number, number>;
}

/** What a transaction did. */
export interface Advanced {
  /** Entries that were folded. */
  readonly count: number;
  /** Whether there was as much as a transaction takes. */
  readonly full: boolean;
  /** Up to which ordinal of the index nothing is left to fold; undefined when there is more already. */
  readonly doneTo: number | undefined;
}

/** Folds what is new in shards that were locked, in the transaction that locked them, and ends it. */
export class ShardTransaction {
  private readonly stamp = newStamp();
  private readonly moved: Moved[] = [];
  private unwritten: ScriptStep[] = [];
  private count = 0;
  /** Whether some generations are behind others, and may have to go further than this. */
  private isUneven = false;

  constructor(
    private readonly loader: EventLoader,
    private readonly client: pg.PoolClient,
    private readonly rows: RowSource,
  ) {}

  async run({ head, shards }: LockedShards): Promise<Advanced> {
    const { even, uneven } = togetherOf(shards);
    for (const together of even) await this.foldTogether(together);
    for (const state of uneven) await this.foldLevels(state);
    if (this.moved.length === 0) {
      await runScript(this.client, ['ROLLBACK']);
      return { count: 0, full: false, doneTo: head };
    }
    const touched = new Set(this.moved.flatMap(({ ordinals }) => [...ordinals.keys()]));
    const [after] = await runScript(this.client, [
      ...this.unwritten,
      `NOTIFY ${progressChannel}, '${[...touched].map(wholeNumber).join(',')}'`,
      'COMMIT',
      { prepared: headBeyond, types: ['bigint'], values: [wholeNumber(head)] },
    ]);
    for (const { generations, ordinals } of this.moved) {
      this.rows.written(this.stamp, generations, [...ordinals.keys()]);
    }
    const full = shards.reduce((sum, { entries }) => sum + entries.length, 0) >= largestBatch;
    const more = full || this.isUneven || (after ?? []).length > 0;
    return { count: this.count, full, doneTo: more ? undefined : head };
  }

  /** Shards in which all generations are at one ordinal: what is new in them is one batch. */
  private async foldTogether(together: readonly ShardState[]): Promise<void> {
    const [first] = together;
    if (!first) return;
    const entries = together.flatMap((state) => state.entries).sort((a, b) => a.ordinal - b.ordinal);
    const [{ ordinal: after, generations }] = first.levels;
    const able = ableAmong(generations, []);
    if (able.length < generations.length) this.isUneven = true;
    await this.fold({ after, generations: able, ahead: [], entries });
  }

  /** One shard, a batch of each level, the foremost first. */
  private async foldLevels({ shard, levels, entries }: ShardState): Promise<void> {
    const ahead: Generation[] = [];
    let until: number | undefined;
    for (const { ordinal, generations } of levels) {
      const own = until === undefined ? entries : await this.between(shard, ordinal, until);
      const able = ableAmong(generations, ahead);
      if (await this.fold({ after: ordinal, generations: able, ahead: [...ahead], entries: own })) this.isUneven = true;
      ahead.push(...able);
      until = own.at(-1)?.ordinal ?? ordinal;
    }
  }

  /** What lags does not go past what is before it, so that they come together. */
  private async between(shard: number, after: number, until: number): Promise<readonly FoldEntry[]> {
    // What lags may be derived from what is before it: that must be in the tables.
    await runScript(this.client, this.unwritten);
    this.unwritten = [];
    return entriesAfter(this.client, shard, { after, until, limit: largestBatch });
  }

  /** Gives false when there was nothing to do. */
  private async fold(batch: Batch): Promise<boolean> {
    const { after, generations, ahead, entries: places } = batch;
    if (places.length === 0 || generations.length === 0) return false;
    const { loader, client, rows } = this;
    const events = generations.some(({ view }) => !view.derived) ? await placedEvents(loader, places) : [];
    const turns = new Turns(client);
    const touched = await foldBatch({
      generations,
      ahead,
      after,
      places,
      events,
      source: rows,
      reading: client,
      loader,
      turns,
    });
    this.count += places.length;
    const ordinals = new Map(places.map(({ shard, ordinal }) => [shard, ordinal]));
    this.moved.push({ generations, ordinals });
    this.unwritten.push(...(await writeSteps(touched, turns)), {
      prepared: `
        UPDATE views.progress AS p SET ordinal = m.ordinal, stamp = $1
        FROM unnest($2, $3) AS m (shard, ordinal) WHERE p.shard = m.shard AND p.generation = ANY($4)`,
      types: ['bigint', 'smallint[]', 'bigint[]', 'integer[]'],
      values: [
        `${this.stamp}`,
        numbersLiteral(ordinals.keys(), 'smallint'),
        numbersLiteral(ordinals.values(), 'bigint'),
        numbersLiteral(
          generations.map(({ id }) => id),
          'integer',
        ),
      ],
    });
    return true;
  }
}

interface Batch {
  /** The ordinal before it, of the one shard that it is of. Only what is derived from rows `ahead` looks at it. */
  readonly after: number;
  readonly generations: readonly Generation[];
  readonly ahead: readonly Generation[];
  /** In log order. */
  readonly entries: readonly FoldEntry[];
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
