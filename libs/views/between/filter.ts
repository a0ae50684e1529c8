import { type RawBuilder, sql } from 'kysely';
import { type Subject, subject } from '#domain/kernel/subject';
import { storedTypes } from '#log/contract/upcast';
import { shardOf } from '../index/shards.ts';
import type { Cause } from './cause.ts';
import type { Named } from './organisations.ts';
import type { Period } from './period.ts';

/** Which changes are asked for. What is left out, fits everything. */
export interface ChangeFilter {
  readonly programme?: string | undefined;
  /** Only what names this subject itself. */
  readonly subject?: Subject | undefined;
  /** Only what names at least one of these. */
  readonly anyOf?: readonly Subject[] | undefined;
  /** Only facts that had surely happened by this moment (UTC), and corrections. */
  readonly happenedBy?: string | undefined;
  readonly network?: string | undefined;
  /**
   * Only what names one of these organisations, or a trajectory of one of them. Which they are, says the register at the
   * ordinal of the answer: the same on every page, whatever is added to it meanwhile.
   */
  readonly named?: Named | undefined;
  /** Newest versions; events that are stored in an earlier one are found too. */
  readonly types?: readonly string[] | undefined;
  /** What is no correction and of one of these types, or a correction of one of these causes. */
  readonly either?: { readonly types: readonly string[]; readonly causes: readonly Cause[] } | undefined;
  /** Only what this view is folded from. */
  readonly view?: string | undefined;
  readonly causes?: readonly Cause[] | undefined;
  readonly actor?: string | undefined;
  readonly role?: string | undefined;
  readonly channel?: string | undefined;
}

/**
 * The cause of an entry `e`. Something is called late only when it had surely happened by the first moment: what
 * carries a day or a month counts by its end.
 */
export function causeOf({ from }: Period): RawBuilder<Cause> {
  return sql<Cause>`CASE
    WHEN e.corrects IS NOT NULL THEN CASE WHEN e.type LIKE '%.fact-retracted.%' THEN 'retraction' ELSE 'correction' END
    WHEN e.happened_by <= ${from.moment}::timestamptz THEN 'recorded-late'
    ELSE 'real' END`;
}

/** Subjects of which an entry names at least one, and the types of events of a view. */
export interface Resolved {
  readonly concerned: readonly string[] | undefined;
  readonly ofView: readonly string[] | undefined;
}

/** The condition on an entry `e` of the index: within the period, and fitting. */
export function fits(period: Period, filter: ChangeFilter, { concerned, ofView }: Resolved): RawBuilder<boolean> {
  const { programme, subject: about, anyOf, happenedBy, types, either, causes: asked, actor, role, channel } = filter;
  const all = [
    sql`e.ordinal > ${period.from.ordinal} AND e.ordinal <= ${period.until.ordinal}`,
    programme !== undefined && sql`e.shard = ${shardOf(programme)} AND e.programme = ${programme}::uuid`,
    about !== undefined && names([about]),
    anyOf && names(anyOf),
    happenedBy !== undefined && sql`(e.corrects IS NOT NULL OR e.happened_by <= ${happenedBy}::timestamptz)`,
    concerned && names(concerned),
    types && ofType(types),
    either &&
      sql`((e.corrects IS NULL AND ${ofType(either.types)})
      OR (e.corrects IS NOT NULL AND ${causeOf(period)} = ANY(${[...either.causes]}::text[])))`,
    ofView && foldedFrom(ofView),
    asked && sql`${causeOf(period)} = ANY(${[...asked]}::text[])`,
    actor !== undefined && sql`e.actor = ${actor}::uuid`,
    role !== undefined && sql`e.role = ${role}`,
    channel !== undefined && sql`e.channel = ${channel}`,
  ].filter((condition) => condition !== undefined && condition !== false);
  return sql<boolean>`(${sql.join(all, sql` AND `)})`;
}

/** Up to this many subjects are looked up in the index of subjects; more are compared with each entry of the period. */
const worthLookingUp = 100;

function names(subjects: readonly string[]): RawBuilder<unknown> {
  const list = [...subjects];
  if (list.length <= worthLookingUp) return sql`e.subjects && ${list}::text[]`;
  return sql`EXISTS (SELECT 1 FROM unnest(e.subjects) named WHERE named = ANY(${list}::text[]))`;
}

function ofType(types: readonly string[]): RawBuilder<unknown> {
  return sql`e.type = ANY(${[...storedTypes(types)]}::text[])`;
}

/** A retraction takes back a fact of another type than its own. */
function foldedFrom(types: readonly string[]): RawBuilder<unknown> {
  const list = [...storedTypes(types)];
  return sql`(e.type = ANY(${list}::text[]) OR (e.corrects IS NOT NULL AND EXISTS (
    SELECT 1 FROM views.entry fact WHERE fact.event = e.corrects AND fact.type = ANY(${list}::text[]))))`;
}

/** As they stand among the subjects of an entry. */
export function asSubjects(kind: Parameters<typeof subject>[0], ids: readonly string[]): Subject[] {
  return ids.map((id) => subject(kind, id));
}
