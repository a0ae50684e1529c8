import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Product, samenspel, temporaryFolder } from '../../support/product.ts';
import { type Ask, progressLines } from '../recorder/figures.ts';
import { type Recording, recordExample } from '../recorder/record.ts';
import { themeTeamsExample } from './example.ts';
import * as byHand from './expected.ts';
import { type Province, provinces } from './provinces.ts';

jest.setTimeout(90_000);

interface MoneyLine {
  readonly line: string;
  readonly budgeted: number;
  readonly committed: number;
  readonly spent: number;
  readonly left: number;
}

let folder: string;
let data: string;
let ask: Ask;
let recording: Recording;

beforeAll(async () => {
  folder = await temporaryFolder('theme-teams');
  data = join(folder, 'data');
  const { url, tokens } = await new Product([
    'start',
    '--data',
    data,
    '--port',
    '0',
    '--json',
    '--example',
    'theme-teams',
  ]).ready();
  ask = async <T>(path: string) => {
    const response = await fetch(`${url}/v1${path}`, { headers: { authorization: `Bearer ${tokens.auditor}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  // The start recorded it; a second recording finds every step done, and gives the ids.
  recording = await recordExample(themeTeamsExample, { url, tokens });
});

afterAll(async () => {
  await Product.stopAll();
  await rm(folder, { recursive: true, force: true });
});

describe('the fictitious year of twelve provinces', () => {
  test.each(byHand.moments)('at the end of %s progress is as it was worked out by hand', async (moment) => {
    const asOf = `knownAt=${byHand.endOf[moment]}&validOn=${moment}`;
    const { lines, expected } = await progressLines(ask, recording.programme, asOf);
    const byName = Object.entries(byHand.lines[moment]).map(([who, line]) => [provinces[who as Province].name, line]);
    expect(lines).toEqual(Object.fromEntries(byName));
    expect(expected).toBe(byHand.expected[moment]);
  });

  test('the dossier holds what was counted by hand', async () => {
    const counted = Object.keys(byHand.items).map(async (kind): Promise<[string, number]> => {
      const path = `/programmes/${recording.programme}/dossier?kind=${kind}&limit=1`;
      return [kind, (await ask<{ data: { total: number } }>(path)).data.total];
    });
    expect(Object.fromEntries(await Promise.all(counted))).toEqual(byHand.items);
  });

  test('the money adds up, line by line', async () => {
    const { data: budget } = await ask<{ data: { lines: readonly MoneyLine[] } }>(
      `/programmes/${recording.programme}/budget?validOn=2025-11-30`,
    );
    const lines = budget.lines.map(({ line, budgeted, committed, spent, left }) => [
      line,
      { budgeted, committed, spent, left },
    ]);
    expect(Object.fromEntries(lines)).toEqual(byHand.money);
  });

  test('what was learned reached whom was counted', async () => {
    const path = `/programmes/${recording.programme}/knowledge?validOn=2025-11-30`;
    const { data: knowledge } = await ask<{ data: object }>(path);
    expect(JSON.stringify(knowledge)).toContain('"people":340');
  });

  test('the story of Zeeland tells how doubt became a stop', async () => {
    const path = `/stories/trajectory/${recording.ids['zeeland']}?limit=500`;
    const { data: story } = await ask<{ data: { items: readonly { type: string }[] } }>(path);
    const types = story.items.map(({ type }) => type);
    const told = ['note.captured.v1', 'risk.raised.v1', 'risk.assessed.v1', 'risk.closed.v1', 'trajectory.stopped.v1'];
    expect(told.filter((type) => !types.includes(type))).toEqual([]);
  });

  test('a fresh fold of the log finds no difference with the views', async () => {
    const { code, stdout, stderr } = await samenspel('verify', '--data', data);
    expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
  });
});
