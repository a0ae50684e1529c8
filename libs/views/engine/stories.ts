import type { LoggedEvent } from '#log/contract/codec';
import { storedTypes } from '#log/contract/upcast';
import { textsLiteral, wholeNumber } from '../database/literals.ts';
import type { Place } from '../index/event-cache.ts';
import type { EventLoader } from '../index/event-loader.ts';
import type { Reading } from './current-rows.ts';
import { subjectOf, typesOf, type ViewDefinition } from './view-definition.ts';

/** Of which rows the stories are needed. */
export interface StoriesWanted {
  readonly view: ViewDefinition;
  readonly keys: ReadonlySet<string>;
}

interface StoryEntry extends Place {
  readonly ordinal: number;
  readonly event: string;
  readonly corrects: string | null;
  readonly subjects: string[];
}

interface Told extends StoryEntry {
  readonly logged: LoggedEvent;
}

/**
 * The stories of rows that are folded again: those events that their view folds, what corrects any of them, and the facts
 * that are corrected, for a correction can name a row that the fact did not, and still stands in the fact's place.
 */
export class Stories {
  /** By view and key, in log order. */
  private readonly told = new Map<ViewDefinition, Map<string, Told[]>>();

  private constructor(private readonly facts: ReadonlyMap<string, Told>) {}

  /** Reads them for a whole batch at once, up to and including that ordinal. */
  static async read(
    { reading, loader }: { readonly reading: Reading; readonly loader: Pick<EventLoader, 'load'> },
    wanted: readonly StoriesWanted[],
    until: number,
  ): Promise<Stories> {
    const asked = wanted.filter(({ keys }) => keys.size > 0);
    if (asked.length === 0) return new Stories(new Map());
    const { rows: entries } = await reading.query<StoryEntry>(statement(asked, until));
    const events = await loader.load(entries);
    const all = entries.flatMap((entry, i) => {
      const logged = events[i];
      return logged ? [{ ...entry, logged }] : [];
    });
    const stories = new Stories(new Map(all.filter((one) => one.corrects === null).map((one) => [one.event, one])));
    for (const { view, keys } of asked) stories.told.set(view, byKey(view, keys, all));
    return stories;
  }

  /** Everything that names the subject of that row, up to and including this ordinal, in log order, not yet in place. */
  of(view: ViewDefinition, key: string, until: number): readonly LoggedEvent[] {
    const story = new Map<number, LoggedEvent>();
    for (const { ordinal, corrects, logged } of this.told.get(view)?.get(key) ?? []) {
      if (ordinal > until) break;
      story.set(ordinal, logged);
      const fact = corrects === null ? undefined : this.facts.get(corrects);
      if (fact) story.set(fact.ordinal, fact.logged);
    }
    return [...story].sort(([a], [b]) => a - b).map(([, logged]) => logged);
  }
}

function statement(wanted: readonly StoriesWanted[], until: number): string {
  const columns = 'ordinal, stream, revision, event, corrects, subjects';
  const named = wanted.map(({ view, keys }) => {
    const subjects = [...keys].map((key) => subjectOf(view, key));
    // Looked up subject by subject, and filtered outside: with the filter inside, PostgreSQL goes by the types, of which a
    // long log holds a great many (seconds instead of milliseconds).
    return `SELECT ${columns} FROM unnest(${textsLiteral(subjects)}) AS s (subject) CROSS JOIN LATERAL (
              SELECT ${columns}, type FROM views.entry WHERE subjects @> ARRAY[s.subject] OFFSET 0) AS named
            WHERE ordinal <= ${wholeNumber(until)}
              AND (type = ANY(${textsLiteral(storedTypes(typesOf(view)))}) OR corrects IS NOT NULL)`;
  });
  return `
    WITH named AS (${named.join(' UNION ')})
    SELECT ${columns} FROM named
    UNION
    SELECT ${columns.split(', ').map((column) => `e.${column}`)} FROM named n JOIN views.entry e ON e.event = n.corrects
    ORDER BY ordinal`;
}

function byKey(view: ViewDefinition, keys: ReadonlySet<string>, all: readonly Told[]): Map<string, Told[]> {
  const bySubject = new Map<string, Told[]>([...keys].map((key) => [subjectOf(view, key), []]));
  for (const one of all) {
    if (!(one.logged.type in view.on) && one.corrects === null) continue;
    for (const subject of one.subjects) bySubject.get(subject)?.push(one);
  }
  return new Map([...keys].map((key) => [key, bySubject.get(subjectOf(view, key)) ?? []]));
}
