import { type RawBuilder, sql } from 'kysely';
import type { Status } from '#domain/progress/findings';
import { notAwaited } from '#domain/progress/lateness';
import type { ParticipationStep } from '#domain/trajectory/participation';
import { isOf } from '../lists/organisations.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { questionView } from '../question/view.ts';
import type { OrganisationsAsked } from '../register/register.ts';
import { parts, statusNumber, stepNumber } from './mark.ts';
import { standingView } from './view.ts';

/** Which trajectories, by how they stand on the day that is asked. */
export interface TrajectoryFilter extends OrganisationsAsked {
  readonly programme?: string | undefined;
  readonly network?: string | undefined;
  /** The step of participation. */
  readonly participation?: ParticipationStep | undefined;
  /** The computed status; `none` for those that have none. */
  readonly status?: Status | 'none' | undefined;
  /** With a question in this category. */
  readonly category?: string | undefined;
  /** Whether an answer about a commitment is late. */
  readonly late?: boolean | undefined;
}

/**
 * The trajectories that fit, as they stand on the day of the answer: a SELECT of `key`, `programme`, `organisation`,
 * `network`, `standing` (a number of `parts`), `mark`, and `contact`, the last day on which it was spoken to.
 *
 * Of what had not begun by that day there is nothing.
 */
export async function standingsChosen(snapshot: Snapshot, filter: TrajectoryFilter): Promise<RawBuilder<unknown>> {
  const { validOn } = snapshot.basis;
  const { programme, network } = filter;
  return sql`
    SELECT * FROM (
      SELECT key, programme, organisation, ${networkOn(validOn)} AS network, standings[at] AS standing, marks[at] AS mark,
             contacts[width_bucket(${validOn}::date, contacts)] AS contact
      FROM (
        SELECT *, width_bucket(${validOn}::date, days) AS at FROM ${snapshot.table(standingView)}
        WHERE ${snapshot.current}
          AND ${programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`}
          AND ${network === undefined ? sql`true` : sql`${networkOn(validOn)} = ${network}`}
          AND ${isOf('organisation', await snapshot.register(), filter)}) versions
      WHERE at > 0) standings
    WHERE ${await fits(snapshot, filter)}`;
}

/** The network on that day, of a row of `standingView`; `networks` holds something only of who was in several, one after the other. */
export function networkOn(day: string): RawBuilder<string | null> {
  return sql`nullif(coalesce(networks[greatest(1, width_bucket(${day}::date, network_days))], network), '')`;
}

async function fits(snapshot: Snapshot, filter: TrajectoryFilter): Promise<RawBuilder<boolean>> {
  const { participation, status, late, category } = filter;
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (participation !== undefined) conditions.push(sql`${part('step')} = ${sql.lit(stepNumber(participation))}`);
  if (status !== undefined) conditions.push(sql`${part('status')} = ${sql.lit(statusNumber(knownStatus(status)))}`);
  if (late !== undefined) conditions.push(sql`(${part('late')} > 0) = ${late}`);
  if (category !== undefined) conditions.push(hasQuestionIn(snapshot, category));
  return sql`${sql.join(conditions, sql` AND `)}`;
}

function knownStatus(status: Status | 'none'): Status | null {
  return status === 'none' ? null : status;
}

/** One of the numbers that a standing holds. */
export function part(name: keyof typeof parts): RawBuilder<number> {
  const { from, bits } = parts[name];
  return sql`((standing >> ${sql.lit(from)}) & ${sql.lit(2 ** bits - 1)})`;
}

/** Whether the trajectory goes on: of what has ended or was turned away nothing is awaited any more. */
export const goesOn = sql<boolean>`${part('step')} <> ALL(ARRAY[${sql.join(notAwaited.map((step) => sql.lit(stepNumber(step))))}])`;

function hasQuestionIn(snapshot: Snapshot, category: string): RawBuilder<boolean> {
  return sql`key IN (
    SELECT trajectory FROM ${snapshot.table(questionView)}
    WHERE ${snapshot.current} AND categories[width_bucket(${snapshot.basis.validOn}::date, days)] = ${category})`;
}
