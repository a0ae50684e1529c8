import { type Kysely, sql } from 'kysely';
import { subject } from '#domain/kernel/subject';
import type { ViewsSchema } from '#views/database/tables';
import type { DetailKind } from './queries.ts';

/**
 * The revision of a thing's stream as the log index had it at that ordinal; `undefined` when the stream did not exist.
 * It is the revision of what was shown, not of what came after, so that `If-Match` notices what the reader has not seen.
 */
export async function revisionAt(
  index: Kysely<ViewsSchema>,
  { kind, id }: { readonly kind: DetailKind; readonly id: string },
  ordinal: number,
): Promise<number | undefined> {
  const entry = await index
    .selectFrom('views.entry')
    .select('revision')
    // Every event names the subject whose stream it is in, and the index is by subject.
    .where(sql<boolean>`subjects @> ARRAY[${subject(kind, id)}]::text[]`)
    .where('stream', '=', `${kind}-${id}`)
    .where('ordinal', '<=', ordinal)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry?.revision;
}
