import { describe, expect, test } from '@jest/globals';
import type { Role } from '#log/contract/envelope';
import { idOf, loggedOf, sealed, type Told as Written } from '../../../test/support/events.ts';
import type { Telling, Told } from '../story/line.ts';
import { tell } from '../story/line.ts';
import type { Opener } from '../story/texts.ts';
import type { Names } from '../words/speech.ts';
import { recordedBetween } from './comparison.ts';
import { difference } from './difference.ts';

const subjects = [`trajectory:${idOf('t')}`, `programme:${idOf('p')}`] as const;

const names: Names = {
  organisation: () => undefined,
  trajectory: () => 'Assen',
  network: () => 'Noord',
  meeting: () => 'Opening',
  group: () => undefined,
  pledge: () => undefined,
  item: () => undefined,
  layer: () => undefined,
  category: () => undefined,
};

/** Opens what the test sealed; the key of the fact "forgotten" was destroyed. */
const opener: Opener = {
  open: async (value, eventId) =>
    JSON.parse(JSON.stringify(value), (_, item: unknown) => {
      if (item === null || typeof item !== 'object' || !('$sealed' in item)) return item;
      const { data } = item.$sealed as { data: string };
      if (eventId === idOf('forgotten')) return { $destroyed: true };
      return { $text: Buffer.from(data, 'base64url').toString('utf8') };
    }),
};

const telling = (role: Role = 'auditor'): Telling => ({ opener, names: () => names, lang: 'nl', role });

type Fact = Omit<Written, 'id' | 'stream' | 'subjects'>;

function log(facts: Readonly<Record<string, Fact>>): Told[] {
  return Object.entries(facts).map(([name, fact], index) => {
    const written = { ...fact, id: idOf(name), stream: 't', subjects } as Written;
    return { ordinal: index + 1, event: loggedOf(written, { revision: index, position: BigInt(index) }) };
  });
}

const delivered = (minutes: number, at: string, more: Partial<Fact> = {}): Fact =>
  ({
    type: 'trajectory.support-delivered.v1',
    data: { support: idOf('s'), minutes },
    at,
    occurredOn: { precision: 'day', value: '2025-12-09' },
    ...more,
  }) as Fact;

const because = (fact: string, kind: 'correction' | 'retraction', reason: string) => ({
  corrects: { event: idOf(fact), kind, reason: sealed(reason) },
});

const corrected = log({
  delivery: delivered(480, '2025-12-09T16:00:00.000Z'),
  'first correction': delivered(300, '2026-01-10T09:00:00.000Z', because('delivery', 'correction', 'Telfout.')),
  'second correction': delivered(240, '2026-03-05T11:00:00.000Z', because('delivery', 'correction', 'Dubbel geteld.')),
});

const stopped = (name: string) =>
  log({
    [name]: {
      type: 'trajectory.stopped.v1',
      data: { reason: sealed('De raad stopt.') },
      at: '2026-02-10T14:00:00.000Z',
    } as Fact,
  });

describe('a story', () => {
  test('given a fact that was corrected twice, then it names the last correction, and the corrections say why', async () => {
    const lines = await tell(corrected, telling());
    expect(lines.map(({ words }) => words)).toEqual([
      '8 uur maatwerk geleverd bij Assen.',
      'Correctie: 5 uur maatwerk geleverd bij Assen.',
      'Correctie: 4 uur maatwerk geleverd bij Assen.',
    ]);
    const last = idOf('second correction');
    // The first correction was itself put right: it is not what stands.
    expect(lines.map(({ correctedBy }) => correctedBy)).toEqual([last, last, undefined]);
    expect(lines[2]).toMatchObject({ corrects: idOf('delivery'), reason: 'Dubbel geteld.' });
    expect(lines.map(({ daysLate }) => daysLate)).toEqual([undefined, undefined, undefined]);
  });

  test('given a fact that was retracted, then it says so, and the retraction says what it takes back', async () => {
    const retraction = {
      type: 'trajectory.fact-retracted.v1',
      data: {},
      at: '2026-01-10T09:00:00.000Z',
      ...because('delivery', 'retraction', 'Niet gebeurd.'),
    } as Fact;
    const lines = await tell(log({ delivery: delivered(60, '2025-12-09T16:00:00.000Z'), retraction }), telling());
    expect(lines[0]?.retractedBy).toBe(idOf('retraction'));
    expect(lines[1]?.words).toBe('Ingetrokken: 1 uur maatwerk geleverd bij Assen.');
    expect(lines[1]).not.toHaveProperty('data');
  });

  test('given a fact that was corrected and then retracted, then neither it nor the correction stands any more', async () => {
    const retraction = {
      type: 'trajectory.fact-retracted.v1',
      data: {},
      at: '2026-02-10T09:00:00.000Z',
      ...because('delivery', 'retraction', 'Niet gebeurd.'),
    } as Fact;
    const correction = delivered(300, '2026-01-10T09:00:00.000Z', because('delivery', 'correction', 'Telfout.'));
    const known = log({ delivery: delivered(480, '2025-12-09T16:00:00.000Z'), correction, retraction });
    const lines = await tell(known, telling());
    const last = idOf('retraction');
    expect(lines.map(({ retractedBy }) => retractedBy)).toEqual([last, last, undefined]);
    expect(lines.map(({ correctedBy }) => correctedBy)).toEqual([undefined, undefined, undefined]);
  });

  test('given a fact, then its content is told for a correction, without the texts that the reader may not read', async () => {
    expect((await tell(corrected, telling()))[1]?.data).toEqual({ support: idOf('s'), minutes: 300 });
    const contents = async (name: string, role?: Role) => (await tell(stopped(name), telling(role)))[0]?.data;
    expect(await contents('stop')).toEqual({ reason: 'De raad stopt.' });
    expect(await contents('stop', 'reporter')).toEqual({});
    expect(await contents('forgotten')).toEqual({});
  });

  test('given a correction of a fact that has a reason of its own, then both reasons are told', async () => {
    const paused = (reason: string, more: Partial<Fact> = {}) =>
      ({
        type: 'trajectory.paused.v1',
        data: { reason: sealed(reason) },
        at: '2026-02-10T14:00:00.000Z',
        ...more,
      }) as Fact;
    const correction = paused('Ziekte.', because('pause', 'correction', 'Verkeerd verstaan.'));
    const lines = await tell(log({ pause: paused('Vakantie.'), correction }), telling());
    expect(lines.map(({ reason, texts }) => [reason, texts])).toEqual([
      ['Vakantie.', {}],
      ['Verkeerd verstaan.', { reason: 'Ziekte.' }],
    ]);
  });

  test('given a reader who may not read free text, then it is said to be protected', async () => {
    expect((await tell(stopped('stop'), telling('auditor')))[0]?.reason).toBe('De raad stopt.');
    expect((await tell(stopped('stop'), telling('reporter')))[0]?.reason).toBe('[afgeschermd]');
  });

  test('given a key that was destroyed, then the fact stands without its text', async () => {
    const [line] = await tell(stopped('forgotten'), telling());
    expect(line).toMatchObject({ words: 'Assen is gestopt.', reason: '[vernietigd]' });
  });
});

describe('what was recorded between two moments', () => {
  test('given a second correction after the first moment, then its fields are compared with the first correction', async () => {
    const between = await recordedBetween({ fresh: corrected.slice(2), around: corrected.slice(0, 2) }, telling());
    expect(between.added).toEqual([]);
    expect(between.corrected.map(({ fields }) => fields)).toEqual([[{ field: 'minutes', from: 300, to: 240 }]]);
    expect(between.corrected[0]?.fact.recordedAt).toBe('2025-12-09T16:00:00.000Z');
  });

  test('given a fact that was recorded long after it happened, then it is among the added and among the late', async () => {
    const { added, recordedLate } = await recordedBetween(
      { fresh: log({ late: delivered(60, '2026-01-20T09:00:00.000Z') }), around: [] },
      telling(),
    );
    expect(added).toHaveLength(1);
    expect(recordedLate).toMatchObject([{ daysLate: 42 }]);
  });
});

describe('the difference of two states', () => {
  test('things in a list are the same by their name, wherever they stand', () => {
    const before = {
      list: [
        { layer: 'council', step: 'asked' },
        { layer: 'executive', step: 'given' },
      ],
    };
    const after = {
      list: [
        { layer: 'executive', step: 'given' },
        { layer: 'council', step: 'given' },
      ],
    };
    expect(difference(before, after)).toEqual([{ field: 'list.council.step', from: 'asked', to: 'given' }]);
  });

  test('given two things of one name, then each stays itself, and the id tells their fields apart', () => {
    const called = { ...names, meeting: () => 'Intervisie' };
    const [first, second] = ['m1', 'm2'].map((meeting) => ({ meeting, attendance: 'absent' }));
    const went = { ...first, attendance: 'present' };
    expect(difference({ list: [first, second] }, { list: [went, second] }, called)).toEqual([
      { field: 'list.Intervisie (m1).attendance', from: 'absent', to: 'present' },
    ]);
    expect(difference({ list: [first] }, { list: [first, second] }, called)).toEqual([
      { field: 'list.Intervisie (m2).attendance', from: null, to: 'absent' },
      { field: 'list.Intervisie (m2).meeting', from: null, to: 'm2' },
    ]);
    expect(difference({ list: [first] }, { list: [went] }, called)).toEqual([
      { field: 'list.Intervisie.attendance', from: 'absent', to: 'present' },
    ]);
  });

  test('given a thing that is told of twice in a list, then neither hides the other', () => {
    const list = (...to: string[]) => ({ list: to.map((each) => ({ layer: 'council', to: each })) });
    expect(difference(list('a', 'b'), list('c', 'b'))).toEqual([{ field: 'list.council.to', from: 'a', to: 'c' }]);
  });

  test('what came and what went show as such', () => {
    expect(difference({ a: 1 }, { b: { c: true } })).toEqual([
      { field: 'a', from: 1, to: null },
      { field: 'b.c', from: null, to: true },
    ]);
    expect(difference(undefined, { a: 'x' })).toEqual([{ field: 'a', from: null, to: 'x' }]);
  });
});
