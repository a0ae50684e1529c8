import { type RawBuilder, sql } from 'kysely';
import type { OrganisationsAsked, Register } from '../register/register.ts';

/** Behind all that the register knows. */
const last = 1_000_000;

/**
 * The condition on a column with the id of an organisation: its name and province stand in the register, not in the
 * rows, so the register says which ids fit.
 */
export function isOf(column: string, register: Register, asked: OrganisationsAsked): RawBuilder<boolean> {
  const ids = register.matching(asked);
  return ids === undefined ? sql`true` : sql`${sql.ref(column)} = ANY(${ids}::text[])`;
}

/** The ranks of organisations by name, to be joined on `organisation`; `rankOf` is then its column. */
export function ranks(register: Register): RawBuilder<unknown> {
  const inOrder = [...register.ranks].sort(([, a], [, b]) => a - b).map(([id]) => id);
  return sql`LEFT JOIN unnest(${inOrder}::text[]) WITH ORDINALITY AS ranked (organisation, rank) USING (organisation)`;
}

/** Where the organisation of a row stands in the order of names; what the register does not know comes last. */
export const rank = sql<number>`coalesce(rank, ${sql.lit(last)})`;

/** The same order for rows in memory. */
export function rankIn(register: Register, organisation: string): number {
  const known = register.ranks.get(organisation);
  return known === undefined ? last : known + 1;
}
