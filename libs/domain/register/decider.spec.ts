import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { at } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import { register } from './decider.ts';
import type { Organisation } from './events.ts';
import { type MunicipalityLine, organisationsOf, type ProvinceLine } from './release.ts';
import { existedOn, findOrganisation, organisationByCode } from './state.ts';

const assen: Organisation = { id: idNumber(1), kind: 'municipality', name: 'Assen', cbs: '0106', successors: [] };
const haren: Organisation = {
  id: idNumber(2),
  kind: 'municipality',
  name: 'Haren',
  cbs: '0017',
  validUntil: '2018-12-31',
  successors: [idNumber(1)],
};

const release = (organisations: Organisation[], on = '2025-01-01') => ({
  type: 'release-register' as const,
  ...at('2025-05-01'),
  release: on,
  source: 'test',
  organisations,
});

const story = () => new Story(register, undefined);

describe('releasing the register', () => {
  it('takes the last release', () => {
    const told = story();
    expect(told.when(release([assen]))).toEqual({ recorded: ['released'], warned: [] });
    told.given(release([assen, haren], '2025-06-01'));
    expect(told.state.organisations.size).toBe(2);
  });

  it.each<[string, Organisation[], string]>([
    ['nothing-changed', [assen, haren], '2025-01-01'],
    ['release-older', [assen, haren], '2024-12-31'],
    ['organisation-twice', [assen, assen, haren], '2025-02-01'],
    ['organisation-missing', [assen], '2025-02-01'],
    ['successor-unknown', [{ ...assen, successors: [idNumber(9)] }, haren], '2025-02-01'],
    ['code-not-unique', [assen, haren, { ...assen, id: idNumber(3) }], '2025-02-01'],
  ])('is refused: %s', (code, organisations, on) => {
    const told = story().given(release([assen, haren]));
    expect(told.when(release(organisations, on))).toEqual({ refused: code });
  });
});

describe('a code that passed from one organisation to another', () => {
  const holder = (number: number, validFrom: string, validUntil: string): Organisation => {
    return {
      id: idNumber(number),
      kind: 'municipality',
      name: 'Veen',
      cbs: '0500',
      validFrom,
      validUntil,
      successors: [],
    };
  };
  const first = holder(1, '1999-01-01', '2010-12-31');
  const second = holder(2, '2011-01-01', '2015-12-31');

  it('is of each in its own days', () => {
    expect(story().when(release([first, second, holder(3, '2016-01-01', '2016-01-01')]))).toMatchObject({
      recorded: ['released'],
    });
  });

  it.each([
    ['of the first', holder(3, '2005-01-01', '2008-12-31')],
    ['of both', holder(3, '1998-01-01', '2020-12-31')],
    ['of the last', holder(3, '2015-12-31', '2020-12-31')],
  ])('cannot be of a third in the days %s', (_, third) => {
    for (const all of [
      [first, second, third],
      [second, first, third],
      [third, first, second],
    ]) {
      expect(story().when(release(all))).toEqual({ refused: 'code-not-unique' });
    }
  });
});

describe('looking an organisation up', () => {
  it('finds it by code on a day, by id, or the last that had the code', () => {
    const { state } = story().given(release([assen, haren]));
    expect(organisationByCode(state, '0106', '2025-01-01')).toEqual(assen);
    expect(organisationByCode(state, '0017', '2025-01-01')).toEqual(haren);
    expect(findOrganisation(state, haren.id, '2025-01-01')).toEqual(haren);
    expect(findOrganisation(state, '9999', '2025-01-01')).toBeUndefined();
  });

  it('counts both the first and the last day', () => {
    const once: Organisation = { ...haren, validFrom: '2000-01-01' };
    expect(['1999-12-31', '2000-01-01', '2018-12-31', '2019-01-01'].map((on) => existedOn(once, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('the register that is supplied', () => {
  const read = <Line>(file: string): Line[] =>
    parse(readFileSync(new URL(`./data/${file}`, import.meta.url)), { columns: true, bom: true });
  const municipalities = read<MunicipalityLine>('municipalities.csv');
  const provinces = read<ProvinceLine>('provinces.csv');
  const known = new Map([...municipalities, ...provinces].map(({ tooi_uri }, index) => [tooi_uri, idNumber(index)]));
  const organisations = organisationsOf(municipalities, provinces, (uri) => known.get(uri) ?? '');

  it('can be released as it is', () => {
    expect(provinces).toHaveLength(12);
    expect(story().when(release(organisations))).toEqual({ recorded: ['released'], warned: [] });
  });

  it('knows what became of Haren', () => {
    const { state } = story().given(release(organisations));
    const old = organisationByCode(state, '0017', '2018-12-31');
    expect(old).toMatchObject({ name: 'Haren', validUntil: '2018-12-31' });
    expect(state.organisations.get(old?.successors[0] ?? '')).toMatchObject({ name: 'Groningen', cbs: '0014' });
  });

  it('says so when its file is broken', () => {
    const broken = municipalities.map((line) => (line.code === '0017' ? { ...line, successors: '9999' } : line));
    expect(() => organisationsOf(broken, provinces, (uri) => uri)).toThrow('9999');
  });
});
