import type { Basis } from '../../data/answers/basis.ts';
import type { Figures } from '../../data/answers/between.ts';
import type { DossierItem } from '../../data/answers/follow.ts';
import type { ManagementReport } from '../../data/answers/report.ts';
import type { Summary } from '../../data/answers/summary.ts';
import type { Cause, Period } from '../../data/ask-between.ts';
import { basisWords } from '../../ui/basis-words.ts';
import type { Words } from '../../ui/words.tsx';
import { figureRows } from '../compare/figure-rows.ts';

/** Figures in a note: the first of each line says what they are about. */
export interface NoteTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface NotePart {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly tables: readonly NoteTable[];
}

/** A note, ready to be read, printed or written as a document: all of them say the same. */
export interface Note {
  readonly title: string;
  readonly lead: readonly string[];
  readonly parts: readonly NotePart[];
}

/** What a note is made of. */
export interface NoteSource {
  readonly programme: string;
  readonly period: Period;
  /** The words of the lead: before and after the figures. */
  readonly own: { readonly opening: string; readonly closing: string };
  readonly between: {
    readonly basis: Basis;
    readonly totals: { readonly before: Figures; readonly inHindsight: Figures; readonly after: Figures };
    readonly changed: readonly { readonly name: string; readonly learned?: string; readonly happened?: string }[];
  };
  readonly summary: { readonly basis: Basis; readonly data: Summary };
  readonly report: ManagementReport;
  /** Undefined for a role that may not read what was recorded. */
  readonly causes: Readonly<Record<string, number>> | undefined;
  readonly decisions: readonly DossierItem[];
}

type Telling = Pick<Words, 't' | 'word' | 'pick' | 'day'>;

/** Puts a note together, in the language of the words. */
export function noteOf(source: NoteSource, words: Telling): Note {
  const { t, day } = words;
  const { programme, period, own } = source;
  const parts = [
    ownPart(t('note.opening'), own.opening),
    figuresPart(source, words),
    standingPart(source, words),
    changesPart(source, words),
    decisionsPart(source, words),
    ownPart(t('note.closing'), own.closing),
  ];
  return {
    title: t('note.title', { programme }),
    lead: [t('note.period', { from: day(period.from), until: day(period.until) })],
    parts: parts.filter((part) => part !== undefined),
  };
}

const empty = { paragraphs: [], items: [], tables: [] };

function ownPart(title: string, text: string): NotePart | undefined {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
  return paragraphs.length === 0 ? undefined : { ...empty, title, paragraphs };
}

function figuresPart({ period, between: { basis, totals } }: NoteSource, words: Telling): NotePart {
  const { t, word, day } = words;
  const rows = figureRows.map(([key, figure]) => [
    word('figure', key),
    ...[totals.before, totals.inHindsight, totals.after].map((each) => String(figure(each))),
  ]);
  const heads = [
    t('compare.figure'),
    day(period.from),
    t('compare.hindsight', { day: day(period.from) }),
    day(period.until),
  ];
  return {
    ...empty,
    title: t('compare.figures'),
    tables: [{ caption: t('note.figures'), heads, rows }],
    paragraphs: [t('compare.hint'), basisWords(basis, words)],
  };
}

function standingPart({ summary, report }: NoteSource, words: Telling): NotePart {
  const { t, word, pick, day } = words;
  const { lines, participation } = summary.data;
  const layer = (key: string) => pick(report.labels.layers[key] ?? { nl: key, en: key });
  return {
    title: t('note.standing'),
    paragraphs: [t('note.places', placesIn(report)), basisWords(summary.basis, words)],
    items: report.lateCommitments.map((late) =>
      t('note.late', { name: late.organisation, layer: layer(late.layer), due: day(late.due), days: late.daysOver }),
    ),
    tables: [
      {
        caption: t('column.stage'),
        heads: [t('column.stage'), t('note.number')],
        rows: Object.entries(participation).map(([step, count]) => [word('participation', step), String(count)]),
      },
      {
        caption: t('note.lines'),
        heads: [t('note.line'), t('milestone.reached'), t('reports.expected'), t('knowledge.total')],
        rows: lines.map(({ label, reached, expected, total }) => [
          pick(label),
          ...[reached, expected, total].map(String),
        ]),
      },
    ],
  };
}

function placesIn({ networks }: ManagementReport) {
  const sum = (of: (network: ManagementReport['networks'][number]) => number) =>
    networks.reduce((total, network) => total + of(network), 0);
  return {
    given: sum(({ given }) => given),
    target: sum(({ target }) => target),
    waiting: sum(({ waiting }) => waiting),
  };
}

const causes: readonly Cause[] = ['real', 'recorded-late', 'correction', 'retraction'];

function changesPart({ between: { changed }, causes: counted }: NoteSource, { t, word }: Telling): NotePart {
  const items = changed.map(({ name, happened, learned }) =>
    t('note.changed', { name, what: [happened, learned].filter((words) => words !== undefined).join(' ') }),
  );
  const counts = causes.map((cause) => `${word('cause', cause).toLowerCase()} ${counted?.[cause] ?? 0}`);
  return {
    ...empty,
    title: t('compare.changes'),
    paragraphs: [
      ...(counted === undefined ? [] : [t('note.causes', { counts: counts.join(', ') })]),
      ...(items.length === 0 ? [t('note.nothingChanged')] : []),
    ],
    items,
  };
}

/** What is asked of the steering group, and what was decided in the period. */
function decisionsPart({ decisions, period }: NoteSource, { t, pick, day }: Telling): NotePart {
  const nameOf = ({ title, label }: DossierItem) => title ?? pick(label);
  const isOpen = ({ ended }: DossierItem) => !ended;
  const asked = decisions.filter(isOpen).map((one) => {
    const due = one.due === null ? '' : `, ${t('due', { day: day(one.due) })}`;
    return `${nameOf(one)} (${t('note.askedOn', { day: day(one.since) })}${due})`;
  });
  const taken = decisions
    .filter((one) => !isOpen(one) && one.since > period.from && one.since <= period.until)
    .map((one) => `${nameOf(one)}: ${one.words === null ? '' : pick(one.words).toLowerCase()}, ${day(one.since)}`);
  return {
    ...empty,
    title: t('note.decisions'),
    paragraphs: [
      t('note.asked', { count: asked.length }),
      ...(taken.length === 0 ? [] : [t('note.taken', { count: taken.length })]),
    ],
    items: [...asked, ...taken],
  };
}
