import { sql } from 'kysely';
import { lateAfterDays } from '#domain/kernel/facts';
import type { Subject } from '#domain/kernel/subject';
import type { LoggedEvent } from '#log/contract/codec';
import type { Entry } from '../index/entry.ts';
import type { EventLoader } from '../index/event-loader.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { afterOf, asOfPage, cursorAt, type Page, type PageRequest, sizeOf } from '../query/paging.ts';
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

/** The story of any subject, read from the index and the log; corrections stand where they were recorded. */
export class StoryQueries {
  constructor(
    private readonly reader: Reader,
    private readonly loader: EventLoader,
  ) {}

  /**
   * A page of the story, oldest first, at one ordinal for all pages; an unknown subject has an empty one. A page goes on
   * by ordinal, so that the last one costs no more than the first.
   *
   * @throws BadCursor for a cursor of another story; NotThereYet as any query.
   */
  async entries(subject: Subject, request: StoryRequest, asOf: AsOf): Promise<Answer<Page<StoryEntry>>> {
    const asked = { ...request, story: subject };
    const place = afterOf(asked);
    const limit = sizeOf(request);
    const { basis, data } = await this.reader.read(asOfPage(asOf, asked), 'index', async (snapshot) => {
      const after = Number(place?.[0] ?? request.after ?? 0);
      const total = Number(place?.[1] ?? (await countOf(snapshot, subject, after)));
      const found = await entriesOf(snapshot, subject, { after, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      if (!last || found.length <= limit) return { shown, total };
      return { shown, total, next: cursorAt({ after: [last.ordinal, total] }, asked, snapshot) };
    });
    const { shown, ...page } = data;
    return { basis, data: { ...page, items: await this.loaded(shown) } };
  }

  /**
   * What the words of these events also rest on, up to that ordinal: the facts that they correct, and every correction
   * of those and of the events themselves. In log order, without the events.
   */
  async around(events: readonly LoggedEvent[], ordinal: number): Promise<StoryEntry[]> {
    const facts = [...new Set(events.map((event) => event.corrects?.event ?? event.id))];
    if (facts.length === 0) return [];
    const given = events.map(({ id }) => id);
    const { data } = await this.reader.read({ knownAt: { ordinal } }, 'index', (snapshot) =>
      snapshot.tx
        .selectFrom('views.entry')
        .selectAll()
        .where((eb) => eb.or([eb('event', 'in', facts), eb('corrects', 'in', facts)]))
        .where('event', 'not in', given)
        .where('ordinal', '<=', ordinal)
        .orderBy('ordinal')
        .execute(),
    );
    return this.loaded(data);
  }

  /**
   * The facts of a story that may have been recorded late: those of which the index says that many days lie between. How
   * many there are by the calendar, their dates tell.
   */
  async perhapsLate(subject: Subject, asOf: AsOf): Promise<StoryEntry[]> {
    const { data } = await this.reader.read(asOf, 'index', (snapshot) =>
      storyOf(snapshot, subject)
        .where('corrects', 'is', null)
        .where(sql<boolean>`recorded_at - happened_by > make_interval(days => ${lateAfterDays - 1})`)
        .execute(),
    );
    return this.loaded(data);
  }

  /** How often facts of a story were corrected, and taken back. */
  async corrected(subject: Subject, asOf: AsOf): Promise<{ corrections: number; retractions: number }> {
    const { data } = await this.reader.read(asOf, 'index', async (snapshot) => {
      const { rows } = await sql<{ corrections: number; retractions: number }>`
        SELECT count(*) FILTER (WHERE type NOT LIKE '%.fact-retracted.%') AS corrections,
               count(*) FILTER (WHERE type LIKE '%.fact-retracted.%') AS retractions
        FROM views.entry WHERE subjects @> ARRAY[${subject}]::text[] AND corrects IS NOT NULL
          AND ordinal <= ${snapshot.ordinal}`.execute(snapshot.tx);
      return rows[0];
    });
    return data ?? { corrections: 0, retractions: 0 };
  }

  /** The whole story at once, for who compares or reports; the caller knows that it fits in memory. */
  async whole(subject: Subject, asOf: AsOf): Promise<Answer<StoryEntry[]>> {
    return this.reader.read(asOf, 'index', async (snapshot) =>
      this.loaded(await entriesOf(snapshot, subject, { after: 0 })),
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
  { after, limit }: { after: number; limit?: number },
): Promise<Entry[]> {
  const query = storyOf(snapshot, subject).where('ordinal', '>', after);
  return (limit === undefined ? query : query.limit(limit)).execute();
}

function storyOf(snapshot: Snapshot, subject: Subject) {
  return snapshot.tx
    .selectFrom('views.entry')
    .selectAll()
    .where(sql<boolean>`subjects @> ARRAY[${subject}]::text[]`)
    .where('ordinal', '<=', snapshot.ordinal)
    .orderBy('ordinal');
}
