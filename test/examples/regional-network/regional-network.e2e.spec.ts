import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Comparison } from '#audit/stories';
import type { StoryLine } from '#audit/story/line';
import type { ManagementReport } from '#reporting/management/report';
import type { ReportRun } from '#reporting/schedule/ledger';
import { eventually, Product, samenspel } from '../../support/product.ts';
import { dayCases } from '../days.cases.ts';
import { type Recording, recordExample, warningsIn } from '../recorder/record.ts';
import { betweenCases } from './between.cases.ts';
import { regionalNetworkExample } from './example.ts';
import * as byHand from './expected.ts';
import { regionalDays } from './expected-days.ts';
import { groupCases } from './group.cases.ts';
import { type Municipality, municipalities } from './municipalities.ts';
import { pledgeCases } from './pledge.cases.ts';
import { type Ask, linesOf, milestonesByHand, milestonesOf } from './reading.ts';

jest.setTimeout(300_000);

/** Every event of the example: README.md counts them. */
const events = 348;

let folder: string;
let data: string;
let url: string;
let token: string;
let recording: Recording;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'samenspel-example-')));
  data = join(folder, 'data');
  const ready = await Product.start(data).ready();
  ({ url } = ready);
  token = ready.tokens.auditor;
  // The start recorded it; a second recording finds every step done, and gives the ids.
  recording = await recordExample(regionalNetworkExample, { url, tokens: ready.tokens });
});

afterAll(async () => {
  await Product.stopAll();
  await rm(folder, { recursive: true, force: true });
});

const bytes = async (path: string): Promise<string> => {
  const response = await fetch(`${url}/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.text();
};

const ask: Ask = async <T>(path: string) => JSON.parse(await bytes(path)) as T;

const idOf = (who: Municipality) => recording.ids[who] ?? '';
const asOf = (moment: byHand.Moment) => `knownAt=${byHand.endOf[moment]}&validOn=${moment}`;

async function ordinalAt(moment: byHand.Moment): Promise<number> {
  const { basis } = await ask<{ basis: { ordinal: number } }>(`/programmes?${asOf(moment)}`);
  return basis.ordinal;
}

async function reportAt(moment: byHand.Moment): Promise<ManagementReport> {
  const path = `/programmes/${recording.programme}/reports/management`;
  return ask(`${path}?ordinal=${await ordinalAt(moment)}&on=${moment}`);
}

async function storyAt(who: Municipality, moment: byHand.Moment): Promise<readonly StoryLine[]> {
  const path = `/stories/trajectory/${idOf(who)}?limit=500&${asOf(moment)}`;
  return (await ask<{ data: { items: StoryLine[] } }>(path)).data.items;
}

async function compare(kind: string, id: string, from: byHand.Moment, to: byHand.Moment): Promise<Comparison> {
  const query = `from=${byHand.endOf[from]}&to=${byHand.endOf[to]}`;
  return (await ask<{ data: Comparison }>(`/comparisons/${kind}/${id}?${query}`)).data;
}

describe('the fictitious year of Noord-Nederland', () => {
  test('given it was recorded, when it is recorded again, then nothing is added', async () => {
    expect(regionalNetworkExample.timeline).toHaveLength(328);
    const { basis } = await ask<{ basis: { ordinal: number; fictitious: boolean } }>('/programmes');
    expect(basis).toMatchObject({ ordinal: events, fictitious: true });
  });

  test.each(byHand.moments)('at the end of %s the views say what was worked out by hand', async (moment) => {
    expect(await linesOf(ask, recording.programme, asOf(moment))).toEqual(byHand.lines[moment]);
    const milestones = await milestonesOf(ask, recording.programme, asOf(moment));
    expect(milestones).toEqual(milestonesByHand(moment, Object.keys(milestones)));
  });

  test.each(byHand.moments)('at the end of %s these answers were late', async (moment) => {
    const { lateCommitments } = await reportAt(moment);
    const late = lateCommitments.map(({ organisation, layer, due, daysOver }) => [organisation, layer, due, daysOver]);
    const expected = byHand.lateCommitments[moment].map(([who, ...rest]) => [municipalities[who].name, ...rest]);
    expect(late.toSorted()).toEqual(expected.toSorted());
  });

  test('the stories have as many entries as were counted, at four moments', async () => {
    for (const [who, counts] of Object.entries(byHand.storyEntries)) {
      const found = byHand.moments.map(async (moment) => [moment, (await storyAt(who as Municipality, moment)).length]);
      expect({ who, ...Object.fromEntries(await Promise.all(found)) }).toEqual({ who, ...counts });
    }
  });
});

describe('what was corrected, retracted and recorded late', () => {
  test('a trajectory that was asked then, reads as it was known then', async () => {
    const support = async (moment: byHand.Moment) =>
      (await reportAt(moment)).trajectories.find(({ organisation }) => organisation === 'Groningen')?.supportMinutes;
    expect(await support('2026-01-31')).toBe(720);
    expect(await support('2026-04-15')).toBe(480);
    const [then, now] = await Promise.all([storyAt('oldambt', '2026-01-31'), storyAt('oldambt', '2026-04-15')]);
    const confirmed = (lines: readonly StoryLine[]) => lines.find(({ type }) => type.includes('commitment-confirmed'));
    expect(confirmed(then)?.retractedBy).toBeUndefined();
    expect(confirmed(now)?.retractedBy).toBe(now.find(({ type }) => type.includes('fact-retracted'))?.eventId);
  });

  test('a retraction shows who took what back, when and why', async () => {
    const { retracted, changed } = await compare('trajectory', idOf('oldambt'), '2026-01-31', '2026-04-15');
    expect(retracted).toMatchObject([
      {
        fact: { words: 'Commitment van Oldambt (raad): bevestigd, bewijs: raadsbesluit-2025-077.' },
        retraction: {
          recordedAt: '2026-02-12T09:00:00.000Z',
          role: 'lead',
          channel: { kind: 'api' },
          reason: 'Het raadsbesluit is van Eemsdelta; de raad van Oldambt heeft nog niet bevestigd.',
        },
      },
    ]);
    expect(changed).toContainEqual({ field: 'commitments.council.step', from: 'confirmed', to: 'given' });
  });

  test('a correction shows field by field what it changed', async () => {
    const groningen = await compare('trajectory', idOf('groningen'), '2026-01-31', '2026-04-15');
    expect(groningen.corrected.map(({ fields }) => fields)).toContainEqual([{ field: 'minutes', from: 480, to: 240 }]);
    const exchange = await compare('meeting', recording.ids['exchange-1'] ?? '', '2026-01-31', '2026-04-15');
    expect(exchange.corrected).toMatchObject([
      {
        fields: [{ field: 'entries.Emmen.attendance', from: 'absent', to: 'excused' }],
        correction: { reason: 'Emmen had zich afgemeld; het bericht was blijven liggen.' },
      },
    ]);
    expect(exchange.changed).toEqual([{ field: 'attendance.Emmen.attendance', from: 'absent', to: 'excused' }]);
  });

  test('the product warned where it should, and nowhere else', () => {
    expect(warningsIn(recording)).toEqual(byHand.warned);
  });

  test('three facts were recorded weeks after they happened', async () => {
    const { recordedLate } = await reportAt('2026-09-30');
    expect(recordedLate.map(({ organisation, daysLate }) => [organisation, daysLate])).toEqual([
      ['Oldambt', 28],
      ['Emmen', 70],
      ['Leeuwarden', 30],
    ]);
    const { recordedLate: ofEmmen } = await compare('trajectory', idOf('emmen'), '2026-01-31', '2026-04-15');
    expect(ofEmmen).toMatchObject([{ daysLate: 70, warnings: ['recorded-late'] }]);
  });
});

betweenCases(() => ({ ask, programme: recording.programme }));

pledgeCases(() => ({ ask, programme: recording.programme }));

dayCases({ days: regionalDays }, () => ({ ask, recording }));

groupCases(() => ({ ask, recording }));

describe('the management report', () => {
  test.each(['2026-01-31', '2026-09-30'] as const)('of %s has the figures worked out by hand', async (moment) => {
    const report = await reportAt(moment);
    const expected = byHand.report[moment];
    const { given, withReservation, free, waiting } = report.networks[0] ?? {};
    const { present, excused, absent } = report.attendance;
    expect({
      participation: report.participation,
      places: { given, withReservation, free, waiting },
      status: report.status,
      commitments: report.commitments,
      attendance: { present, excused, absent },
      support: report.support,
      questions: report.questions,
      recordedLate: report.recordedLate.length,
      corrections: report.corrections,
      retractions: report.retractions,
    }).toEqual(expected);
    expect(report.fictitious).toBe(true);
  });

  test('asked again for its ordinal it is the same bytes, as JSON and as CSV', async () => {
    const ordinal = await ordinalAt('2026-01-31');
    for (const format of ['json', 'csv']) {
      const path = `/programmes/${recording.programme}/reports/management?format=${format}&ordinal=${ordinal}&on=2026-01-31`;
      expect(await bytes(path)).toBe(await bytes(path));
    }
  });

  test('the scheduled ones were made once for each first of the month, as known then', async () => {
    const path = `/programmes/${recording.programme}/report-runs`;
    let runs: readonly Pick<ReportRun, 'due' | 'ordinal' | 'sha256'>[] = [];
    // The worker makes them on its own, a moment after the last event.
    await eventually(async () => {
      runs = (await ask<{ data: { items: typeof runs } }>(path)).data.items;
      return runs.length >= 17;
    }, 'the scheduled reports');
    expect(runs).toHaveLength(17);
    expect([runs[0]?.due, runs.at(-1)?.due]).toEqual(['2025-05-01T05:00:00.000Z', '2026-09-01T05:00:00.000Z']);
    const { ordinal, sha256 } = runs.find(({ due }) => due === '2026-02-01T06:00:00.000Z') ?? {};
    const then = await ask<{ data: { items: typeof runs } }>(`${path}?knownAt=ordinal:${ordinal}`);
    expect(then.data.items.at(-1)?.due).toBe('2026-02-01T06:00:00.000Z');
    const byHandNow = `/programmes/${recording.programme}/reports/management?ordinal=${ordinal}&on=2026-02-01`;
    expect(
      createHash('sha256')
        .update(await bytes(byHandNow))
        .digest('hex'),
    ).toBe(sha256);
  });
});

test('a fresh fold of the log finds no difference with the views', async () => {
  const { code, stdout, stderr } = await samenspel('verify', '--data', data);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
});

test('the command line tells the story of an organisation by its name, and asks which one when several fit', async () => {
  const told = await samenspel('story', 'heerenveen', '--data', data, '--lang', 'nl');
  expect(told.code).toBe(0);
  expect(told.stdout).toContain(`trajectory:${idOf('heerenveen')} · bekend tot en met volgnummer ${events}`);
  expect(told.stdout).toContain('Heerenveen is gestopt.');
  const newest = await samenspel('story', 'heerenveen', '--newest-first', '--data', data, '--lang', 'nl');
  const ordinals = (text: string) => [...text.matchAll(/^ *(\d+) {2}\d{4}-/gm)].map(([, ordinal]) => Number(ordinal));
  expect(ordinals(newest.stdout)).toEqual(ordinals(told.stdout).toReversed());
  expect(ordinals(told.stdout).length).toBeGreaterThan(5);
  const several = await samenspel('story', 'em', '--data', data, '--lang', 'nl');
  expect(several.code).not.toBe(0);
  expect(several.stderr).toContain(`trajectory:${idOf('emmen')}  Emmen`);
  const nobody = await samenspel('story', 'Nergenshuizen', '--data', data, '--lang', 'nl');
  expect(nobody.stderr).toContain('Geen deelname past bij');
});
