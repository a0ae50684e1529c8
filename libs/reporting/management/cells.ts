import { labels } from './labels.ts';
import type { Counts, ManagementReport } from './report.ts';

/** Part, what it is about, which figure, its value. */
type Cells = readonly [part: string, about: string, figure: string, value: string | number];

const headings = {
  nl: ['onderdeel', 'onderwerp', 'maat', 'waarde'],
  en: ['part', 'about', 'figure', 'value'],
} as const;

/** The report as lines of four cells, the headings first; empty figures are left out. */
export function cellsOf(report: ManagementReport, lang: 'nl' | 'en'): readonly (readonly (string | number)[])[] {
  const called = (key: string) => labels[key]?.[lang] ?? key;
  const group = (part: string, about: string, figures: Readonly<Record<string, unknown>>): Cells[] =>
    Object.entries(figures).flatMap(([key, value]): Cells[] =>
      typeof value === 'string' || typeof value === 'number' ? [[called(part), about, called(key), value]] : [],
    );
  const counts = (part: string, about: string, of: Counts) => group(part, about, of);
  return [
    headings[lang],
    ...(report.fictitious ? [[called('notice'), '', called('report'), called('fictitious')] as const] : []),
    ...stamp(report, group),
    ...report.networks.flatMap(({ name, network: _id, ...figures }) => group('networks', name, figures)),
    ...counts('participation', '', report.participation),
    ...counts('status', '', report.status),
    ...report.milestones.flatMap(({ label, reached, due }) => group('milestones', label[lang], { reached, due })),
    ...report.trajectories.flatMap(({ organisation, participation, status, judgement, reasons, ...figures }) =>
      group('trajectories', organisation, {
        participation: called(participation),
        status: called(status),
        ...(reasons.length > 0 && { reasons: reasons.map((reason) => reason[lang]).join(' ') }),
        ...(judgement !== null && { judgement: called(judgement) }),
        ...without(figures, 'trajectory'),
      }),
    ),
    ...Object.entries(report.commitments).flatMap(([layer, of]) => counts('commitments', layer, of)),
    ...report.lateCommitments.flatMap(({ organisation, layer, due, daysOver }) =>
      group('lateCommitments', `${organisation}, ${layer}`, { due, daysOver }),
    ),
    ...report.meetings.flatMap(({ title, meeting: _id, kind: _kind, ...figures }) => group('meetings', title, figures)),
    ...group('attendance', called('total'), { ...report.attendance }),
    ...group('support', '', { ...report.support }),
    ...counts('questions', '', report.questions),
    ...group('record', '', {
      recordedLate: report.recordedLate.length,
      corrections: report.corrections,
      retractions: report.retractions,
    }),
    ...report.recordedLate.flatMap(({ organisation, occurredOn, daysLate }) =>
      group('recordedLate', `${organisation ?? ''} ${occurredOn}`.trim(), { daysLate }),
    ),
  ];
}

type Group = (part: string, about: string, figures: Readonly<Record<string, unknown>>) => Cells[];

/** What the figures rest on, on the first lines of the file. */
function stamp({ basis, programme }: ManagementReport, group: Group): Cells[] {
  const { template, ...rest } = basis;
  return [
    ...group('basis', '', { ...rest, ...(template && { template: `${template.key}, ${template.version}` }) }),
    ...group('programme', programme.name, without(without(programme, 'id'), 'name')),
  ];
}

function without(of: object, field: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(of).filter(([key]) => key !== field));
}
