import { type RawBuilder, sql } from 'kysely';
import { advance } from './engine/advance.ts';
import { foldAgain } from './engine/rewind.ts';
import { subjectOf } from './engine/view-definition.ts';
import { usualPage } from './query/paging.ts';
import type { Views } from './views.ts';

/** A row that is left alone since its fold threw. */
export interface ParkedRow {
  readonly id: number;
  readonly view: string;
  readonly generation: number;
  readonly status: 'live' | 'previous' | 'filling';
  readonly key: string;
  /** What the row is about: `trajectory:0197…`. Null when the view is of another release. */
  readonly subject: string | null;
  readonly programme: string | null;
  /** The event at which its fold threw, and its ordinal. */
  readonly event: string;
  readonly ordinal: number;
  readonly error: string;
  readonly parkedAt: string;
  /** The ordinal from which it was folded again; null while it is not. */
  readonly until: number | null;
  /** When somebody decided to leave it as it is, and why. */
  readonly released: { readonly at: string; readonly reason: string } | null;
}

/** What was asked of a parked row cannot be done. */
export class ParkedError extends Error {
  override readonly name = 'ParkedError';

  constructor(
    readonly code: 'not-parked' | 'busy' | 'no-reason',
    message: string,
  ) {
    super(message);
  }
}

const longestReason = 500;

/** Which parked rows are asked for. */
export interface ParkedRequest {
  readonly view?: string | undefined;
  /** Also what was released, and what was folded again since. */
  readonly all?: boolean;
  /** At most this many; 50 when left out. A fold that is wrong may park a row for every trajectory there is. */
  readonly limit?: number | undefined;
  /** Only what was parked before the row with this number. */
  readonly before?: number | undefined;
}

/**
 * The rows whose fold threw. Each keeps its last good version (or does not exist), the events after it leave it alone,
 * and answers say that it is stale, until:
 *
 * - a correction or retraction concerns it: its story is folded again anyway;
 * - the next release mends the fold: that has another hash, and so a generation of its own, in which it never parked;
 * - `retry`: for what was mended without a new fold.
 *
 * A person can also decide to leave it as it is (`release`): then it asks for no more attention. It stays stale, and
 * answers go on saying so, for rows are made by the log and the folds alone.
 */
export class Parked {
  constructor(private readonly views: Pick<Views, 'db' | 'workbench' | 'loader' | 'registry'>) {}

  /** What asks for attention, the newest first. */
  async list(request: ParkedRequest = {}): Promise<ParkedRow[]> {
    const { limit = usualPage, before } = request;
    const { rows } = await sql<Stored>`
      SELECT p.*, g.view, g.fold, g.status, l.at AS released_at, l.reason AS release_reason FROM ${withDecisions}
      WHERE ${wanted(request)} AND ${before === undefined ? sql`true` : sql`p.id < ${before}`}
      ORDER BY p.id DESC LIMIT ${limit}`.execute(this.views.db);
    return rows.map((row) => this.rowOf(row));
  }

  /** How many of these there are in all. */
  async count(request: Pick<ParkedRequest, 'view' | 'all'> = {}): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${withDecisions} WHERE ${wanted(request)}`.execute(this.views.db);
    return rows[0]?.count ?? 0;
  }

  /** How many rows ask for attention, by view; for figures and alarms. Only of what answers are read from. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await sql<{ view: string; count: number }>`
      SELECT g.view, count(*) AS count FROM ${withDecisions}
      WHERE p.until_ordinal IS NULL AND l.at IS NULL AND g.status = 'live' GROUP BY g.view`.execute(this.views.db);
    return new Map(rows.map(({ view, count }) => [view, count]));
  }

  /**
   * Folds the row again from where it was parked, with its whole programme and what is derived from it, so that what
   * comes of it is what a fresh fold gives, at every ordinal. Answers that were given meanwhile said that it was stale.
   *
   * Gives whether it is mended; when its fold throws again it stays parked, with the new error.
   *
   * @throws ParkedError `not-parked`; `busy` while the generation is being filled or is of another release.
   */
  async retry(id: number): Promise<boolean> {
    const { generation, key, shard, programme, from_ordinal: from } = await this.open(id);
    await advance(this.views, { wait: true });
    const done = await foldAgain(this.views, { generation, shard, programme, from });
    if (!done) throw new ParkedError('busy', busyWith(generation));
    const still = await this.views.db
      .selectFrom('views.parked')
      .select('id')
      .where('generation', '=', generation)
      .where('key', '=', key)
      .where('until_ordinal', 'is', null)
      .executeTakeFirst();
    return still === undefined;
  }

  /**
   * Leaves the row as it is, for a reason that names nobody. That holds also when the views are made again, as long as it
   * is parked at the same event.
   *
   * @throws ParkedError `not-parked`, `no-reason`.
   */
  async release(id: number, reason: string): Promise<void> {
    if (reason.trim() === '' || reason.length > longestReason) {
      throw new ParkedError('no-reason', `A reason of at most ${longestReason} characters is needed`);
    }
    const { view, key, event } = await this.open(id);
    await this.views.db
      .insertInto('operations.left_alone')
      .values({ view, key, event, reason })
      .onConflict((again) => again.columns(['view', 'key', 'event']).doUpdateSet({ reason, at: sql`now()` }))
      .execute();
  }

  private async open(id: number) {
    const row = await this.views.db
      .selectFrom('views.parked as p')
      .innerJoin('views.generation as g', 'g.id', 'p.generation')
      .select(['g.view', 'p.generation', 'p.key', 'p.event', 'p.shard', 'p.programme', 'p.from_ordinal'])
      .where('p.id', '=', id)
      .where('p.until_ordinal', 'is', null)
      .executeTakeFirst();
    if (!row) throw new ParkedError('not-parked', `Nothing is parked under number ${id}`);
    return row;
  }

  private rowOf(row: Stored): ParkedRow {
    const { id, view, generation, status, key, programme, event, error } = row;
    const definition = this.views.registry.byFold.get(row.fold);
    const released = row.released_at === null ? null : { at: row.released_at, reason: row.release_reason ?? '' };
    return {
      id,
      view,
      generation,
      status,
      key,
      subject: definition ? subjectOf(definition, key) : null,
      programme,
      event,
      ordinal: row.from_ordinal,
      error,
      parkedAt: row.parked_at,
      until: row.until_ordinal,
      released,
    };
  }
}

/** What is parked (p), of which generation (g), and what was decided about it (l). */
const withDecisions = sql`
  views.parked p JOIN views.generation g ON g.id = p.generation
  LEFT JOIN operations.left_alone l ON l.view = g.view AND l.key = p.key AND l.event = p.event`;

function wanted({ view, all = false }: ParkedRequest): RawBuilder<boolean> {
  const ofView = view === undefined ? sql`true` : sql`g.view = ${view}`;
  return sql<boolean>`${ofView} AND ${all ? sql`true` : sql`p.until_ordinal IS NULL AND l.at IS NULL`}`;
}

function busyWith(generation: number): string {
  return (
    `The rows of generation ${generation} cannot be folded here now: it is being filled or of another release, ` +
    'or another generation that this release does not fold is derived from it (samenspel views status, views prune)'
  );
}

interface Stored {
  readonly id: number;
  readonly view: string;
  readonly fold: string;
  readonly generation: number;
  readonly status: ParkedRow['status'];
  readonly key: string;
  readonly programme: string | null;
  readonly event: string;
  readonly from_ordinal: number;
  readonly until_ordinal: number | null;
  readonly error: string;
  readonly parked_at: string;
  readonly released_at: string | null;
  readonly release_reason: string | null;
}
