import { dayOf } from '#domain/kernel/days';
import type { LoggedEvent } from '#log/contract/codec';
import type { Cause } from '#views/between/cause';
import type { Period } from '#views/between/period';
import { dayWords, type Lang, occurredWords } from '../words/speech.ts';

interface Within {
  readonly lang: Lang;
  readonly period: Period;
}

/** Why a change stands in a period, as a sentence. */
export function causeWords(event: LoggedEvent, cause: Cause, { lang, period }: Within): string {
  const recorded = dayWords(dayOf(event.recordedAt), lang);
  const happened = event.occurredOn ? occurredWords(event.occurredOn, lang) : recorded;
  // A period that begins at midnight begins with the end of the day before.
  const begin = dayWords(dayOf(new Date(Date.parse(period.from.moment) - 1).toISOString()), lang);
  switch (cause) {
    case 'real':
      return lang === 'nl' ? `Gebeurd in deze periode (${happened}).` : `Happened in this period (${happened}).`;
    case 'recorded-late':
      return lang === 'nl'
        ? `Gebeurd vóór deze periode (${happened}); op ${begin} wisten we het nog niet, vastgelegd op ${recorded}.`
        : `Happened before this period (${happened}); not known yet on ${begin}, recorded on ${recorded}.`;
    case 'correction':
      return lang === 'nl'
        ? `Op ${recorded} verbeterd: het was eerder anders vastgelegd.`
        : `Put right on ${recorded}: it had been recorded otherwise.`;
    case 'retraction':
      return lang === 'nl'
        ? `Op ${recorded} ingetrokken: het was eerder vastgelegd.`
        : `Taken back on ${recorded}: it had been recorded before.`;
  }
}
