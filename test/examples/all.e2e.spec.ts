import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Product, samenspel, temporaryFolder } from '../support/product.ts';
import { changingRoleByHand } from './changing-role/expected.ts';
import { dayCases } from './days.cases.ts';
import { digitalTransformationByHand } from './digital-transformation/expected.ts';
import { elementCases } from './elements.cases.ts';
import { examplesNamed } from './examples.ts';
import type { ByHand } from './recorder/by-hand.ts';
import { type Ask, itemCounts, moneyLines, progressLines } from './recorder/figures.ts';
import { type Recording, recordExamples, warningsIn } from './recorder/record.ts';
import { tailoredLearningByHand } from './tailored-learning/expected.ts';
import { themeTeamsByHand } from './theme-teams/expected.ts';

jest.setTimeout(600_000);

/** The regional network has a test of its own, on a log of its own. */
const byHand: Readonly<Record<string, ByHand>> = {
  'tailored-learning': tailoredLearningByHand,
  'changing-role': changingRoleByHand,
  'digital-transformation': digitalTransformationByHand,
  'theme-teams': themeTeamsByHand,
};

let folder: string;
let data: string;
let ask: Ask;
let recordings: ReadonlyMap<string, Recording>;

beforeAll(async () => {
  folder = await temporaryFolder('examples');
  data = join(folder, 'data');
  const { url, tokens } = await Product.start(data, '--example', 'all').ready();
  ask = async <T>(path: string) => {
    const response = await fetch(`${url}/v1${path}`, { headers: { authorization: `Bearer ${tokens.auditor}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  // The start recorded them; a second recording finds every step done, and gives the ids.
  recordings = await recordExamples(examplesNamed('all'), { url, tokens });
});

afterAll(async () => {
  await Product.stopAll();
  await rm(folder, { recursive: true, force: true });
});

const recordingOf = (name: string): Recording => {
  const recording = recordings.get(name);
  if (!recording) throw new Error(`${name} was not recorded`);
  return recording;
};

test('all examples stand on one log: a programme each, and the two that follow on one of them', async () => {
  const { data: programmes } = await ask<{ data: { total: number } }>('/programmes');
  expect(programmes.total).toBe(recordings.size + 2);
});

describe.each(Object.entries(byHand))('the example %s', (name, figures) => {
  const { moments, items, money } = figures;

  test.each(moments.map((moment) => [moment.day, moment] as const))(
    'at the end of %s stands where it was worked out by hand',
    async (day, moment) => {
      const asOf = `knownAt=${moment.knownAt}&validOn=${day}`;
      const { lines, expected, judgedBy } = await progressLines(ask, recordingOf(name).programme, asOf);
      expect(lines).toEqual(moment.lines);
      expect(expected).toBe(moment.expected);
      expect(judgedBy).toBe(moment.judgedBy ?? 1);
    },
  );

  test('was recorded with the warnings that were foreseen, and no other', () => {
    expect(warningsIn(recordingOf(name))).toEqual(figures.warned);
  });

  test('holds in its dossier what was counted by hand', async () => {
    expect(await itemCounts(ask, recordingOf(name).programme, Object.keys(items))).toEqual(items);
  });

  test('has money that adds up, line by line', async () => {
    const last = moments.at(-1)?.day ?? '';
    expect(await moneyLines(ask, recordingOf(name).programme, `validOn=${last}`)).toEqual(money);
  });

  dayCases(figures, () => ({ ask, recording: recordingOf(name) }));
});

elementCases(() => ({ ask, recordingOf }));

test('the story of Zeeland tells how doubt became a stop', async () => {
  const path = `/stories/trajectory/${recordingOf('theme-teams').ids['zeeland']}?limit=500`;
  const { data: story } = await ask<{ data: { items: readonly { type: string }[] } }>(path);
  const types = story.items.map(({ type }) => type);
  const told = ['note.captured.v1', 'risk.raised.v1', 'risk.assessed.v1', 'risk.closed.v1', 'trajectory.stopped.v1'];
  expect(told.filter((type) => !types.includes(type))).toEqual([]);
});

test('a fresh fold of the log finds no difference with the views', async () => {
  const { code, stdout, stderr } = await samenspel('verify', '--data', data);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
});
