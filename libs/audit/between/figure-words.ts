import type { Sentence } from '#domain/kernel/decision';
import { codeWords } from '../words/codes.ts';
import { dayWords, type Lang, say } from '../words/speech.ts';
import type { FigureChange } from './figures.ts';

/** The two days for which figures are compared. */
export interface Days {
  readonly before: string;
  readonly after: string;
}

/** What a lead should know of the figures that differ; a part that has no difference is left out. */
export interface Explained {
  /** What we said then, and would say now about the same day: nothing happened since, we came to know more. */
  readonly learned?: string;
  /** What is otherwise on the later day: something happened, or time went by. */
  readonly happened?: string;
}

export interface Difference {
  readonly learned: readonly FigureChange[];
  readonly happened: readonly FigureChange[];
}

/** The differences of one trajectory in words. */
export function explained(difference: Difference, days: Days, lang: Lang): Explained {
  const { learned, happened } = difference;
  const then = dayWords(days.before, lang);
  const now = dayWords(days.after, lang);
  const inWords = (changes: readonly FigureChange[]) => changes.map((change) => changeWords(change, lang)).join('; ');
  return {
    ...(learned.length > 0 && {
      learned:
        lang === 'nl'
          ? `Over ${then} weten we nu meer dan toen: ${inWords(learned)}.`
          : `Of ${then} more is known now than it was then: ${inWords(learned)}.`,
    }),
    ...(happened.length > 0 && {
      happened:
        lang === 'nl'
          ? `Veranderd van ${then} tot en met ${now}: ${inWords(happened)}.`
          : `Changed from ${then} until ${now}: ${inWords(happened)}.`,
    }),
  };
}

const labels: Readonly<Record<FigureChange['figure'], Sentence>> = {
  participation: say('deelname', 'participation'),
  reached: say('mijlpalen bereikt', 'milestones reached'),
  expected: say('mijlpalen verwacht', 'milestones expected'),
  total: say('mijlpalen in totaal', 'milestones in all'),
  status: say('status', 'status'),
};

const notKnown = say('niet bekend', 'not known');

function changeWords({ figure, before, after }: FigureChange, lang: Lang): string {
  return `${labels[figure][lang]} ${valueWords(figure, before, lang)} → ${valueWords(figure, after, lang)}`;
}

function valueWords(figure: FigureChange['figure'], value: string | number | null, lang: Lang): string {
  if (typeof value === 'number') return value.toString();
  if (value !== null) return codeWords[value]?.[lang] ?? value;
  return (figure === 'status' ? codeWords['none']?.[lang] : undefined) ?? notKnown[lang];
}
