import { type RawBuilder, sql } from 'kysely';
import { surelyHappenedBy } from '#domain/kernel/days';
import type { Subject } from '#domain/kernel/subject';
import type { LoggedEvent } from '#log/contract/codec';
import { storedTypes } from '#log/contract/upcast';
import type { Entry } from '../index/entry.ts';
import type { EventLoader } from '../index/event-loader.ts';
import type { Answer, AsOf, Basis } from '../query/as-of.ts';
import { afterOf, asOfPage, cursorAt, type Page, type PageRequest, type SortKey, sizeOf } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';

/** One event of a story, with its place in it. Protected text is sealed; the edge of the API opens it. */
export interface StoryEntry {
  readonly ordinal: number;
  /** When it was known (UTC): the moment by which `knownAt` counts. It never runs backwards. */
  readonly effectiveAt: string;
  readonly event: LoggedEvent;
}

/** Which events of a story. */
interface StoryFilter {
  /** Newest versions; events that are stored in an earlier one are found too. */
  readonly types?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  readonly role?: string | undefined;
  readonly channel?: string | undefined;
  /** Only what corrected or took back a fact. */
  readonly corrections?: boolean | undefined;
}

/** By when it was recorded: `-recorded` gives the newest first. */
export const storySorts = ['recorded', '-recorded'] as const;

export interface StoryRequest extends PageRequest {
  readonly filter?: StoryFilter | undefined;
  readonly sort?: (typeof storySorts)[number] | undefined;
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
   * A page of the story, oldest first unless it says otherwise, at one ordinal for all pages, of what had happened by the
   * day of the answer; an unknown subject has an empty one. A page goes on by ordinal, so that the last one costs no more
   * than the first.
   *
   * @throws BadCursor for a cursor of another story; NotThereYet as any query.
   */
  async entries(subject: Subject, request: StoryRequest, asOf: AsOf): Promise<Answer<Page<StoryEntry>>> {
    const asked = { ...request, list: 'story', subject };
    const place = afterOf(asked, ['bigint', 'bigint']);
    const limit = sizeOf(request);
    const { basis, data } = await this.reader.read(asOfPage(asOf, asked), 'index', async (snapshot) => {
      const [last, counted] = place ?? [];
      const total = Number(counted ?? (await countOf(snapshot, subject, request)));
      const found = await pageOf(snapshot, subject, { ...request, limit: limit + 1, last });
      const shown = found.slice(0, limit);
      const end = shown.at(-1);
      if (!end || found.length <= limit) return { shown, total };
      return { shown, total, next: cursorAt({ after: [end.ordinal, total] }, asked, snapshot) };
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
      this.loaded(await storyOf(snapshot, subject).orderBy('ordinal').execute()),
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

async function countOf(snapshot: Snapshot, subject: Subject, request: StoryRequest): Promise<number> {
  const { count } = await chosen(snapshot, subject, request)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

interface PageOfStory extends StoryRequest {
  readonly limit: number;
  /** The ordinal of the last event of the page before. */
  readonly last: SortKey | undefined;
}

function pageOf(snapshot: Snapshot, subject: Subject, { limit, last, ...request }: PageOfStory): Promise<Entry[]> {
  const newestFirst = request.sort === '-recorded';
  const all = chosen(snapshot, subject, request).selectAll();
  const rest = last === undefined ? all : all.where('ordinal', newestFirst ? '<' : '>', Number(last));
  return rest
    .orderBy('ordinal', newestFirst ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

/** The events of a story that are asked for. */
function chosen(snapshot: Snapshot, subject: Subject, { filter = {}, after = 0 }: StoryRequest) {
  const { types, actor, role, channel, corrections } = filter;
  let found = about(snapshot, subject).where('ordinal', '>', after).where('ordinal', '<=', snapshot.ordinal);
  if (types) found = found.where('type', 'in', storedTypes(types));
  if (actor !== undefined) found = found.where('actor', '=', actor);
  if (role !== undefined) found = found.where('role', '=', role);
  if (channel !== undefined) found = found.where('channel', '=', channel);
  if (corrections) found = found.where('corrects', 'is not', null);
  return found.where(soBy(snapshot.basis));
}

/**
 * What had surely happened by the end of the day of the answer. What carries no date counts by when it was known, and so
 * does what carries a month that was not over then: nothing is recorded before it happens.
 */
function soBy({ validOn, knownAt }: Basis): RawBuilder<boolean> {
  const end = surelyHappenedBy({ precision: 'day', value: validOn });
  // Nearly always: nothing is left out then.
  if (knownAt < end) return sql`true`;
  return sql`(happened_by <= ${end}::timestamptz OR effective_at < ${end}::timestamptz)`;
}

function storyOf(snapshot: Snapshot, subject: Subject) {
  return about(snapshot, subject).selectAll().where('ordinal', '<=', snapshot.ordinal);
}

function about({ tx }: Snapshot, subject: Subject) {
  return tx.selectFrom('views.entry').where(sql<boolean>`subjects @> ARRAY[${subject}]::text[]`);
}
