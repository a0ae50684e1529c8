import { type Kysely, sql } from 'kysely';
import type { Subject, SubjectKind } from '#domain/kernel/subject';
import type { Generation } from '../database/generations.ts';
import { prepared } from '../database/prepared.ts';
import { shardCount } from '../database/shard-count.ts';
import type { GenerationStatus, HeadTable, ViewsSchema } from '../database/tables.ts';
import type { ViewRegistry } from '../engine/registry.ts';
import { type Head, headOf } from '../index/indexer.ts';
import { shardOf } from '../index/shards.ts';
import { NotThereYet } from './as-of.ts';

/**
 * What a question is about: that decides which shards must have come far enough. A subject means every programme in which
 * something names it. A question to the index alone (a story) waits for no programme.
 */
export type Scope = { readonly programme: string } | { readonly subject: Subject } | 'everything' | 'index';

/** Where the views stand for one question, in one snapshot of the database. */
export interface Standing {
  readonly head: Head;
  /** The generations of this release's folds. */
  readonly generations: readonly Generation[];
  /** The last ordinal that every shard of the question has passed, in every live generation of this release. */
  readonly passed: number;
  /** The moment up to which the log was known at that ordinal; undefined before the first event. */
  readonly passedAt: string | undefined;
  /** Whether a row is parked, or ever was: hardly ever. */
  readonly anyParked: boolean;
}

interface Read extends Omit<HeadTable, 'single'> {
  generations: { id: number; fold: string; status: GenerationStatus; followed: boolean; inputs: number[] }[] | null;
  passed: number;
  passed_at: string | null;
  any_parked: boolean;
}

/**
 * Reads where the views stand. A shard has passed an ordinal when it has no entry up to it that is not folded. A live
 * generation that is still being filled for the first time holds nobody up but the questions that read it.
 *
 * @throws NotThereYet before the first event was indexed, and when the index was emptied just now.
 */
export async function readStanding(
  tx: Kysely<ViewsSchema>,
  { byFold }: ViewRegistry,
  needed: Promise<readonly number[]> | readonly number[],
): Promise<Standing> {
  const shards = await needed;
  const { rows } = await sql<Read>`${prepared}
    WITH own AS (
      SELECT id, fold, status, followed, inputs FROM views.generation WHERE fold = ANY(${[...byFold.keys()]}::text[])),
    next AS (
      SELECT min(e.ordinal) AS ordinal FROM (
        SELECT p.shard, min(p.ordinal) AS ordinal
        FROM views.progress p
        WHERE p.generation IN (SELECT id FROM own WHERE status = 'live' AND followed)
          AND p.shard = ANY(${[...shards]}::smallint[])
        GROUP BY p.shard) s
      CROSS JOIN LATERAL (
        SELECT ordinal FROM views.entry e
        WHERE e.shard = s.shard AND e.ordinal > s.ordinal ORDER BY e.ordinal LIMIT 1) e),
    standing AS (
      SELECT h.*, coalesce(next.ordinal - 1, h.ordinal) AS passed FROM views.head h CROSS JOIN next)
    SELECT s.log, s.purpose, s.ordinal, s.position, s.effective_at, s.passed,
      (SELECT e.effective_at FROM views.entry e WHERE e.ordinal = s.passed) AS passed_at,
      EXISTS (SELECT FROM views.parked) AS any_parked,
      (SELECT jsonb_agg(to_jsonb(own) ORDER BY id) FROM own) AS generations
    FROM standing s`.execute(tx);
  const [read] = rows;
  if (!read) throw new NotThereYet('the first event', 0);
  // Emptying a table is seen at once, also by who began before it: then the index is not there that this one speaks of.
  if (read.passed > 0 && read.passed_at === null) throw new NotThereYet('the index, which is made anew', 0);
  const head = headOf(read);
  const generations = (read.generations ?? []).flatMap(({ fold, ...rest }) => {
    const view = byFold.get(fold);
    return view ? [{ ...rest, view }] : [];
  });
  const { passed, passed_at: passedAt, any_parked: anyParked } = read;
  return { head, generations, passed, passedAt: passedAt ?? undefined, anyParked };
}

const everyShard = Array.from({ length: shardCount }, (_, shard) => shard);
/** Names of organisations come from the register, which belongs to no programme. */
const registerShard = shardOf(undefined);

/** What is in one programme for good; organisations, persons and questions are named in several, and more may follow. */
const inOneProgramme: ReadonlySet<string> = new Set<SubjectKind>([
  'programme',
  'network',
  'trajectory',
  'commitment',
  'meeting',
  'group',
  'pledge',
  'item',
  'import',
  'report-schedule',
]);

/** How many subjects are remembered with their shards. */
const mostKnown = 20_000;

/** Which shards a question waits for. Of a subject that stays in its programme it is remembered where it was found. */
export class NeededShards {
  private readonly known = new Map<Subject, readonly number[]>();

  of(tx: Kysely<ViewsSchema>, scope: Scope): Promise<readonly number[]> | readonly number[] {
    if (scope === 'everything') return everyShard;
    if (scope === 'index') return [registerShard];
    if ('programme' in scope) return [shardOf(scope.programme), registerShard];
    return this.known.get(scope.subject) ?? this.find(tx, scope.subject);
  }

  private async find(tx: Kysely<ViewsSchema>, subject: Subject): Promise<readonly number[]> {
    // Not prepared: without the subject PostgreSQL would take it to be common, and look through the whole index for it.
    const { rows } = await sql<{ shard: number }>`
      SELECT DISTINCT shard FROM views.entry WHERE subjects @> ${[subject]}::text[]`.execute(tx);
    const shards = [...rows.map(({ shard }) => shard), registerShard];
    if (rows.length > 0 && inOneProgramme.has(kindOf(subject))) this.remember(subject, shards);
    return shards;
  }

  private remember(subject: Subject, shards: readonly number[]): void {
    if (this.known.size >= mostKnown) this.known.clear();
    this.known.set(subject, shards);
  }
}

function kindOf(subject: Subject): string {
  return subject.slice(0, subject.indexOf(':'));
}
