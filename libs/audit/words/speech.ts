import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { spoken, zone } from '#domain/kernel/days';
import type { Sentence } from '#domain/kernel/decision';
import type { EventDefinition } from '#domain/kernel/definition';
import type { OccurredOn } from '#domain/kernel/time';

export type Lang = 'nl' | 'en';

/**
 * How things are called in the words of an event: by their id, or by the subject that the event names. A name that is
 * not known (yet) is said in general words, never by an id.
 */
export interface Names {
  organisation(id: string): string | undefined;
  /** The name of the municipality whose trajectory it is. */
  trajectory(id: string): string | undefined;
  network(id: string): string | undefined;
  /** The title of a meeting. */
  meeting(id: string): string | undefined;
  group(id: string): string | undefined;
  /** The name of the organisation that made the pledge. */
  pledge(id: string): string | undefined;
  /** The title of an item of the dossier; many have none. */
  item(id: string): string | undefined;
  /** What tells a trajectory, a meeting or an organisation from another of the same name. */
  apart?(id: string): Sentence | undefined;
  layer(key: string): Sentence | undefined;
  category(key: string): Sentence | undefined;
}

/** What the words of one event can refer to. */
export interface Speech {
  readonly names: Names;
  /** Whose trajectory, which network, meeting or group the event is about, as far as its subjects say. */
  readonly who: string;
  readonly network: string;
  readonly meeting: string;
  readonly group: string;
  /** The organisation whose pledge it is. */
  readonly pledger: string;
  /** The title of the item of the dossier. */
  readonly item: string | undefined;
  /** The one trajectory that the event names, or else the one organisation; undefined where it names several. */
  readonly whose: string | undefined;
  /** The trajectory whose story is told, where it is the story of one. */
  readonly storyOf: string | undefined;
}

/** Words for every type of a table of event definitions. A type without words does not compile. */
export type WordsFor<T extends Record<string, EventDefinition>> = {
  readonly [K in keyof T]: (data: z.infer<T[K]['data']>, speech: Speech) => Sentence;
};

export const say = (nl: string, en: string): Sentence => ({ nl, en });

/** So many of something: "1 deelnemer", "2 deelnemers". */
export function numberOf(count: number, one: Sentence, several: Sentence): Sentence {
  const { nl, en } = count === 1 ? one : several;
  return say(`${count} ${nl}`, `${count} ${en}`);
}

/** `2026-03-18` as "18 maart 2026" or "18 March 2026". */
export function dayWords(day: string, lang: Lang): string {
  return spoken(day)[lang];
}

/** When a fact happened, as precisely as it is known; moments are said in Dutch local time. */
export function occurredWords(occurredOn: OccurredOn, lang: Lang): string {
  switch (occurredOn.precision) {
    case 'day':
      return dayWords(occurredOn.value, lang);
    case 'month':
      return dayWords(`${occurredOn.value}-01`, lang).replace('1 ', '');
    case 'moment': {
      const local = Temporal.Instant.from(occurredOn.value).toZonedDateTimeISO(zone);
      return `${dayWords(local.toPlainDate().toString(), lang)}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
    }
  }
}

/** 270 minutes as "4 uur en 30 minuten" or "4 hours and 30 minutes". */
export function minutesWords(minutes: number): Sentence {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [numberOf(hours, say('uur', 'hour'), say('uur', 'hours'))] : []),
    ...(rest > 0 || hours === 0 ? [numberOf(rest, say('minuut', 'minute'), say('minuten', 'minutes'))] : []),
  ];
  return say(parts.map(({ nl }) => nl).join(' en '), parts.map(({ en }) => en).join(' and '));
}
