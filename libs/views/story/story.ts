import { sql } from 'kysely';
import type { Subject } from '#domain/kernel/subject';
import type { LoggedEvent } from '#log/contract/codec';
import type { Entry } from '../index/entry.ts';
import type { EventLoader } from '../index/event-loader.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, cursorAt, largestPage, type Page, type PageRequest, skipOf } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';

/** One event of a story, with its place in it. Protected text is sealed; the edge of the API opens it. */
export interface StoryEntry {
  readonly ordinal: number;
  /** When it was known (UTC): the moment by which `knownAt` counts. It never runs backwards. */
  readonly effectiveAt: string;
  readonly event: LoggedEvent;
}

export interface StoryRequest extends PageRequest {
  /** Only what came after this ordinal. */
  readonly after?: number | undefined;
}

const usualPage = 50;

/** The story of any subject, read from the index and the log; corrections stand where they were recorded. */
export class StoryQueries {
  constructor(
    private readonly reader: Reader,
    private readonly loader: EventLoader,
  ) {}

  /** A page of the story, oldest first. An unknown subject has an empty one. */
  entries(subject: Subject, request: StoryRequest, asOf: AsOf): Promise<Answer<Page<StoryEntry>>> {
    return this.reader.read(asOfPage(asOf, request), 'index', async (snapshot) => {
      const after = request.after ?? 0;
      const skip = request.cursor === undefined ? 0 : skipOf(request.cursor, snapshot.basis);
      const limit = Math.min(Math.max(request.limit ?? usualPage, 1), largestPage);
      const total = await countOf(snapshot, subject, after);
      const entries = await entriesOf(snapshot, subject, { after, skip, limit });
      const items = await this.loaded(entries);
      const page = { items, total };
      return skip + limit < total ? { ...page, next: cursorAt(snapshot.basis, skip + limit) } : page;
    });
  }

  /** The whole story at once, for who compares or reports; the caller knows that it fits in memory. */
  async whole(subject: Subject, asOf: AsOf): Promise<Answer<StoryEntry[]>> {
    return this.reader.read(asOf, 'index', async (snapshot) =>
      this.loaded(await entriesOf(snapshot, subject, { after: 0, skip: 0 })),
    );
  }

  /**
   * The event that stands for a fact: its last correction, or the fact itself. Undefined when it was retracted or is not
   * known at that time. A row names facts by the id under which they were first recorded.
   */
  standing(eventId: string, asOf: AsOf): Promise<Answer<StoryEntry | undefined>> {
    return this.reader.read(asOf, 'index', async (snapshot) => {
      const entry = await snapshot.tx
        .selectFrom('views.entry')
        .selectAll()
        .where('ordinal', '<=', snapshot.ordinal)
        .where((eb) => eb.or([eb('event', '=', eventId), eb('corrects', '=', eventId)]))
        .orderBy('ordinal', 'desc')
        .limit(1)
        .executeTakeFirst();
      const [found] = await this.loaded(entry ? [entry] : []);
      return found?.event.corrects?.kind === 'retraction' ? undefined : found;
    });
  }

  private async loaded(entries: readonly Entry[]): Promise<StoryEntry[]> {
    const events = await this.loader.load(entries);
    return entries.flatMap(({ ordinal, effective_at: effectiveAt }, i) => {
      const event = events[i];
      return event ? [{ ordinal, effectiveAt, event }] : [];
    });
  }
}

async function countOf(snapshot: Snapshot, subject: Subject, after: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM views.entry
    WHERE subjects @> ARRAY[${subject}]::text[] AND ordinal > ${after} AND ordinal <= ${snapshot.ordinal}`.execute(
    snapshot.tx,
  );
  return rows[0]?.count ?? 0;
}

function entriesOf(
  snapshot: Snapshot,
  subject: Subject,
  { after, skip, limit }: { after: number; skip: number; limit?: number },
): Promise<Entry[]> {
  const query = snapshot.tx
    .selectFrom('views.entry')
    .selectAll()
    .where(sql<boolean>`subjects @> ARRAY[${subject}]::text[]`)
    .where('ordinal', '>', after)
    .where('ordinal', '<=', snapshot.ordinal)
    .orderBy('ordinal')
    .offset(skip);
  return (limit === undefined ? query : query.limit(limit)).execute();
}
