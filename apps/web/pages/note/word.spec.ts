import { describe, expect, it } from '@jest/globals';
import { textInZip } from '../../testing/unzip.ts';
import { type NoteSource, noteOf } from './note.ts';
import { wordFile } from './word.ts';

const basis = { ordinal: 214, knownAt: '2026-06-01T21:59:59.999Z', validOn: '2026-06-01', fictitious: true };
const figures = (behind: number, milestonesReached: number) => ({
  trajectories: 12,
  status: { 'on-schedule': 10 - behind, behind, none: 2 },
  milestonesReached,
});
const nothing = { present: 0, excused: 0, absent: 0 };

const source: NoteSource = {
  programme: 'Veranderen in het Noorden',
  period: { from: '2026-05-01', until: '2026-06-01' },
  own: { opening: 'Het loopt.\n\nDrie raden besluiten nog.', closing: '' },
  between: {
    basis,
    totals: { before: figures(1, 37), inHindsight: figures(2, 39), after: figures(3, 41) },
    changed: [{ name: 'Assen', happened: 'Van op schema naar achter.' }],
  },
  summary: {
    basis,
    data: {
      trajectories: 12,
      participation: { started: 10, waiting: 2 },
      status: {},
      milestones: { reached: 41, expected: 44, total: 84 },
      lines: [{ key: 'intake', label: { nl: 'Intake', en: 'Intake' }, reached: 20, expected: 21, total: 24 }],
      commitments: {},
      late: 1,
    },
  },
  report: {
    fictitious: true,
    basis: { ...basis, template: null, register: null },
    programme: { name: '', client: '', from: '', until: '' },
    networks: [{ network: 'n', name: 'Noord', target: 10, given: 9, withReservation: 1, free: 1, waiting: 2 }],
    participation: {},
    status: {},
    milestones: [],
    trajectories: [],
    commitments: {},
    lateCommitments: [{ trajectory: 't', organisation: 'Emmen', layer: 'council', due: '2026-05-15', daysOver: 17 }],
    meetings: [],
    attendance: { ...nothing, presentPerMille: null },
    support: { requested: 0, matched: 0, completed: 0, plannedMinutes: 0, deliveredMinutes: 0 },
    questions: {},
    recordedLate: [],
    corrections: 0,
    retractions: 0,
    labels: { layers: { council: { nl: 'Raad', en: 'Council' } }, categories: {} },
  },
  causes: { real: 31, 'recorded-late': 4, correction: 2, retraction: 0 },
  decisions: [],
};

const words: Parameters<typeof noteOf>[1] = {
  t: (id, values = {}) => [id, ...Object.values(values)].join(' '),
  word: (_group, value) => value,
  pick: ({ nl }) => nl,
  day: (day) => day.slice(0, 10),
};
const note = noteOf(source, words);

describe('the note for the steering group', () => {
  it('given figures of two days, then they stand in it with what they rest on', () => {
    const [own, numbers] = note.parts;
    expect(own?.paragraphs).toEqual(['Het loopt.', 'Drie raden besluiten nog.']);
    expect(numbers?.tables[0]?.rows.at(-1)).toEqual(['milestones', '37', '39', '41']);
    expect(numbers?.paragraphs.at(-1)).toBe('basis 2026-06-01 2026-06-01 214');
  });

  it('given trajectories that are not measured, then the statuses with them add up to all trajectories', () => {
    const [[, ...trajectories] = [], ...rows] = note.parts[1]?.tables[0]?.rows ?? [];
    expect(rows.map(([about]) => about)).toEqual(['on-schedule', 'attention', 'behind', 'none', 'milestones']);
    const statuses = rows.slice(0, -1);
    const sums = trajectories.map((_, place) =>
      statuses.reduce((sum, [, ...figures]) => sum + Number(figures[place]), 0),
    );
    expect(sums.map(String)).toEqual(trajectories);
  });

  it('given figures that are not up to date, then it says so where it says what they rest on', () => {
    const behind = { ...source.summary, basis: { ...basis, stale: { count: 2, firstAt: '2026-05-04T10:00:00.000Z' } } };
    const parts = noteOf({ ...source, summary: behind }, words).parts;
    expect(parts.find(({ title }) => title === 'note.standing')?.paragraphs.at(-1)).toBe(
      'basis 2026-06-01 2026-06-01 214 basis.behind 2',
    );
  });

  it('given figures of a day that is not over, then it says that they are provisional', () => {
    const today = { ...source.summary, basis: { ...basis, provisional: true } };
    const parts = noteOf({ ...source, summary: today }, words).parts;
    expect(parts.find(({ title }) => title === 'note.standing')?.paragraphs.at(-1)).toBe(
      'basis 2026-06-01 2026-06-01 214 basis.provisional',
    );
  });

  it('given a decision that was asked and one that was taken before the period, then only the first stands in it', () => {
    const decision = {
      ...{ item: 'i', kind: 'decision', organisation: null, label: { nl: 'Besluit', en: 'Decision' }, step: 'asked' },
      ...{ words: null, due: '2026-06-20', late: null, carrier: null, publication: 'programme', about: null },
    };
    const decisions = [
      { ...decision, title: 'Een tweede netwerk', ended: false, since: '2026-05-20' },
      { ...decision, title: 'De begroting', ended: true, since: '2026-04-01' },
    ];
    const words = { t: (id: string) => id, word: (_: string, value: string) => value, day: (day: string) => day };
    const asked = noteOf({ ...source, decisions }, { ...words, pick: ({ nl }) => nl }).parts.at(-1);
    expect(asked?.items).toHaveLength(1);
    expect(asked?.items[0]).toContain('Een tweede netwerk');
  });

  it('given the Word document, then it opens and has the same figures', async () => {
    const zip = Buffer.from(await (await wordFile(note)).arrayBuffer());
    const text = textInZip(zip, 'word/document.xml')
      .replaceAll(/<\/w:(?:p|tc)>/g, '\n')
      .replaceAll(/<[^>]+>/g, '')
      .split('\n')
      .filter((line) => line !== '');
    const told = note.parts.flatMap(({ title, paragraphs, items, tables }) => [
      title,
      ...tables.flatMap(({ caption, heads, rows }) => [caption, ...heads, ...rows.flat()]),
      ...paragraphs,
      ...items,
    ]);
    expect(text).toEqual([note.title, ...note.lead, ...told]);
    for (const figure of ['37', '39', '41']) expect(text).toContain(figure);
  });
});
