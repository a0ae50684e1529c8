import { toldApart } from './apart.ts';
import { labels } from './labels.ts';
import type { ManagementReport } from './report.ts';

/** Part, what it is about, which figure, its value. */
type Cells = readonly [part: string, about: string, figure: string, value: string | number];

const headings = {
  nl: ['onderdeel', 'onderwerp', 'maat', 'waarde'],
  en: ['part', 'about', 'figure', 'value'],
} as const;

/** The report as lines of four cells, the headings first; empty figures are left out. */
export function cellsOf(report: ManagementReport, lang: 'nl' | 'en'): readonly (readonly (string | number)[])[] {
  const writer = writerIn(lang);
  return [
    headings[lang],
    ...stamp(report, writer),
    ...whereTheyAre(report, writer),
    ...whatWasDone(report, writer),
    ...howItWasRecorded(report, writer),
  ];
}

type Figures = Readonly<Record<string, unknown>>;

interface Writer {
  readonly lang: 'nl' | 'en';
  /** What a key of the report is called. */
  called(key: string): string;
  /** A line for each figure; what is not a figure, a text or a yes or no is left out. */
  group(part: string, about: string, figures: Figures): Cells[];
}

function writerIn(lang: 'nl' | 'en'): Writer {
  const called = (key: string) => labels[key]?.[lang] ?? key;
  const line = (part: string, about: string, figure: string, value: unknown): Cells[] => {
    if (typeof value === 'boolean') return [[called(part), about, called(figure), called(value ? 'yes' : 'no')]];
    const shown = typeof value === 'string' || typeof value === 'number';
    return shown ? [[called(part), about, called(figure), value]] : [];
  };
  const group = (part: string, about: string, figures: Figures) =>
    Object.entries(figures).flatMap(([figure, value]) => line(part, about, figure, value));
  return { lang, called, group };
}

/** What the figures rest on, on the first lines of the file. */
function stamp({ basis, programme, fictitious }: ManagementReport, { called, group }: Writer): Cells[] {
  const { template, stale, provisional: _, ...rest } = basis;
  const { id: _id, name, ...days } = programme;
  return [
    ...(fictitious ? group('notice', '', { report: called('fictitious') }) : []),
    ...(stale ? group('notice', '', { staleRows: stale.count, staleSince: stale.firstAt }) : []),
    ...group('basis', '', { ...rest, ...(template && { template: `${template.key}, ${template.version}` }) }),
    ...group('programme', name, days),
  ];
}

function whereTheyAre(report: ManagementReport, { called, group, lang }: Writer): Cells[] {
  const networks = toldApart(report.networks, { by: ({ name }) => name, or: ({ region }) => region });
  const trajectories = toldApart(report.trajectories, { by: ({ organisation }) => organisation });
  return [
    ...networks.flatMap(([about, { name: _name, network: _id, ...figures }]) => group('networks', about, figures)),
    ...group('participation', '', report.participation),
    ...group('status', '', report.status),
    ...report.milestones.flatMap(({ label, reached, due }) => group('milestones', label[lang], { reached, due })),
    ...trajectories.flatMap(([about, { trajectory: _id, organisation: _organisation, ...figures }]) =>
      group('trajectories', about, {
        ...figures,
        participation: called(figures.participation),
        status: called(figures.status),
        reasons: figures.reasons.map((reason) => reason[lang]).join(' ') || null,
        judgement: figures.judgement && called(figures.judgement),
      }),
    ),
  ];
}

function whatWasDone(report: ManagementReport, { called, group, lang }: Writer): Cells[] {
  const layer = (key: string) => report.labels.layers[key]?.[lang] ?? key;
  const category = (key: string) => report.labels.categories[key]?.[lang] ?? key;
  const late = toldApart(report.lateCommitments, {
    by: ({ organisation, layer: key }) => `${organisation}, ${layer(key)}`,
  });
  const meetings = toldApart(report.meetings, { by: ({ title }) => title, or: ({ date }) => date });
  return [
    ...Object.entries(report.commitments).flatMap(([key, counts]) => group('commitments', layer(key), counts)),
    ...late.flatMap(([about, { due, daysOver }]) => group('lateCommitments', about, { due, daysOver })),
    ...meetings.flatMap(([about, { title: _title, meeting: _id, kind: _kind, state, ...figures }]) =>
      group('meetings', about, { ...figures, state: called(state) }),
    ),
    ...group('attendance', called('total'), { ...report.attendance }),
    ...group('support', '', { ...report.support }),
    ...Object.entries(report.questions).flatMap(([key, total]) => group('questions', category(key), { total })),
  ];
}

function howItWasRecorded({ recordedLate, corrections, retractions }: ManagementReport, { group }: Writer): Cells[] {
  const late = toldApart(recordedLate, {
    by: ({ organisation, meeting, occurredOn }) => `${organisation ?? meeting ?? ''} ${occurredOn}`.trim(),
  });
  return [
    ...group('record', '', { recordedLate: recordedLate.length, corrections, retractions }),
    ...late.flatMap(([about, { daysLate }]) => group('recordedLate', about, { daysLate })),
  ];
}
