import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CorrectionCommand } from '#domain/kernel/corrections';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import type { CommandMeta, Role } from '#log/contract/envelope';
import { DaysReversed, MomentsReversed } from '#views/between/period';
import { NotThereYet } from '#views/query/as-of';
import { BadCursor } from '#views/query/paging';
import { encodePosition } from '#views/query/position-token';
import { type CommandSide, startCommandSide } from '../../../test/support/command-side.ts';
import { accepted, meta, on, TestProgramme } from '../../../test/support/programme.ts';
import { type ReadSide, readSideOf } from '../../../test/support/read-side.ts';
import { Stories } from '../stories.ts';
import { ChangesBetween, type LinesRequest } from './changes.ts';
import { FiguresBetween } from './figures-between.ts';

const adviser = '0b7c9f34-6a4c-4f0c-9f37-1f2f0a6c5a02';
const file = 'a'.repeat(64);
/** The period begins at the end of October; what was recorded before is known then. */
const from = { moment: '2025-10-31T23:00:00.000Z' };

let commands: CommandSide;
let side: ReadSide;
let of: TestProgramme;
let [assen, emmen]: readonly string[] = [];
let minPosition: string;
let changes: ChangesBetween;

beforeAll(async () => {
  commands = await startCommandSide('production', () => '2025-01-01T00:00:00.000Z');
  side = await readSideOf(commands);
  await side.startFolding();
  of = await TestProgramme.setUp(commands.useCases, 2);
  [assen, emmen] = [await of.applied('0106'), await of.applied('0114')];
  const call = { kind: 'phone' as const, roles: ['lead'], summary: { $text: 'Gebeld.' } };
  const first = await tell(assen, '2025-11-03', { type: 'record-contact', occurredOn: on('2025-11-02'), ...call });
  await tell(
    emmen,
    '2025-11-10',
    { type: 'record-contact', occurredOn: on('2025-10-20'), ...call },
    { actor: adviser },
  );
  const month = { precision: 'month', value: '2025-11' } as const;
  await tell(
    emmen,
    '2025-11-12',
    { type: 'start', occurredOn: month },
    { channel: { kind: 'import', sha256: file, line: 7 } },
  );
  const again = { ...call, kind: 'visit', summary: { $text: 'Bezocht.' } };
  const corrected = { type: 'correct-fact', event: first, data: again, occurredOn: on('2025-11-02') } as const;
  await tell(assen, '2025-11-13', { ...corrected, reason: { $text: 'Het was een bezoek.' } });
  const [application] = await commands.log.readStream(`trajectory-${assen}`);
  const taken = {
    type: 'retract-fact',
    event: application?.id ?? '',
    reason: { $text: 'Was een andere gemeente.' },
  } as const;
  await tell(assen, '2025-11-14', taken, { role: 'admin' });
  let position = 0n;
  for await (const event of commands.log.readAll()) position = event.position;
  minPosition = encodePosition(commands.log.id, position);
  changes = new ChangesBetween(side.views, commands.vault);
}, 120_000);

afterAll(async () => {
  await side.stop();
  await commands.stop();
}, 30_000);

type Told = TrajectoryCommand | CorrectionCommand;
/** A command without its moment. */
type Brought = Told extends infer C ? (C extends Told ? Omit<C, 'at'> : never) : never;

/** Records it at nine in the morning of that day, and gives the id of its event. */
async function tell(
  trajectory: string | undefined,
  day: string,
  command: Brought,
  more: Partial<CommandMeta> = {},
): Promise<string> {
  const at = `${day}T09:00:00.000Z`;
  const outcome = await commands.useCases.trajectory(
    trajectory ?? '',
    { ...command, at } as Told,
    meta({ at, ...more }),
  );
  return accepted(outcome).answer.events[0]?.id ?? '';
}

const asked = (filter: LinesRequest['filter'] = {}, role: Role = 'auditor') =>
  changes.page({ from, minPosition }, { filter: { programme: of.programme, ...filter } }, { role, lang: 'nl' });

describe('what changed since the end of October', () => {
  test('given a fact of before that was recorded since, then it is told apart from what happened since', async () => {
    const { items, counts } = (await asked()).data;
    expect(items.map(({ about, cause }) => [about.name, cause])).toEqual([
      ['Assen', 'real'],
      ['Emmen', 'recorded-late'],
      ['Emmen', 'real'],
      ['Assen', 'correction'],
      ['Assen', 'retraction'],
    ]);
    expect(counts?.causes).toEqual({ real: 2, 'recorded-late': 1, correction: 1, retraction: 1 });
    expect(counts?.kinds).toMatchObject({ added: 2, changed: 1, corrected: 1, retracted: 1 });
  });

  test('a line says by whom, in which role, by which way, and when', async () => {
    const [, late, imported] = (await asked()).data.items;
    expect(late).toMatchObject({
      actor: adviser,
      role: 'lead',
      grant: 'token',
      recordedAt: '2025-11-10T09:00:00.000Z',
      occurredOn: on('2025-10-20'),
      causeWords:
        'Gebeurd vóór deze periode (20 oktober 2025); op 31 oktober 2025 wisten we het nog niet, vastgelegd op 10 november 2025.',
    });
    expect(imported?.channel).toEqual({ kind: 'import', sha256: file, line: 7 });
  });

  test('a correction says why and field by field what it changed', async () => {
    const [correction] = (await asked({ kinds: ['corrected'] })).data.items;
    expect(correction).toMatchObject({ reason: 'Het was een bezoek.', change: 'corrected' });
    expect(correction?.differences.map((difference) => difference.words)).toEqual([
      'Contactmoment: 2 november 2025, telefonisch, programmaleider → 2 november 2025, bezoek, programmaleider',
    ]);
  });

  test('given a reader who may not read free text, then the reason is said to be protected', async () => {
    const { items } = (await asked({ causes: ['correction'] }, 'reporter')).data;
    expect(items.map(({ reason }) => reason)).toEqual(['[afgeschermd]']);
  });

  test('given a trajectory whose application was taken back, then it is still called by its name', async () => {
    const [retraction] = (await asked({ causes: ['retraction'] })).data.items;
    expect(retraction).toMatchObject({ words: 'Ingetrokken: Assen meldde zich aan.', role: 'admin' });
    expect(retraction?.differences.map((difference) => difference.field)).toContain('course.applied');
  });

  test.each<[string, () => LinesRequest['filter'], number]>([
    ['an actor', () => ({ actor: adviser }), 1],
    ['a role', () => ({ role: 'admin' }), 1],
    ['a channel', () => ({ channel: 'import' }), 1],
    ['a type', () => ({ types: ['trajectory.contacted.v1'] }), 3],
    ['a kind of change', () => ({ kinds: ['added', 'retracted'] }), 3],
    ['a cause', () => ({ causes: ['real', 'recorded-late'] }), 3],
    ['a subject', () => ({ subject: `trajectory:${emmen}` }), 2],
    ['an organisation', () => ({ named: { organisation: '0106' } }), 3],
    ['a network', () => ({ network: of.network }), 5],
    ['another network', () => ({ network: of.programme }), 0],
    ['a view that the events are folded into', () => ({ view: 'progress' }), 5],
    ['a view that they are not folded into', () => ({ view: 'commitment' }), 0],
  ])('within %s', async (_, filter, count) => {
    expect((await asked(filter())).data.total).toBe(count);
  });

  test('the same from an ordinal on: nothing is called late that may have happened after it', async () => {
    const { data } = await asked();
    const before = { ordinal: data.from.ordinal };
    const page = await changes.page({ from: before, minPosition }, {}, { role: 'auditor', lang: 'en' });
    expect(page.data.total).toBe(5);
    expect(page.data.items[1]).toMatchObject({
      cause: 'real',
      words: 'Contact moment with Emmen (by phone; programme lead).',
    });
  });
});

describe('a question that cannot be answered', () => {
  const reader = { role: 'auditor', lang: 'nl' } as const;

  test('given moments the wrong way round, then it says so', async () => {
    const moments = { from: { ordinal: 3 }, until: { ordinal: 1 } };
    await expect(changes.page(moments, {}, reader)).rejects.toBeInstanceOf(MomentsReversed);
  });

  test('given moments the wrong way round with nothing recorded between them, then it says so all the same', async () => {
    const moments = { from: { moment: '2025-11-08T00:00:00.000Z' }, until: { moment: '2025-11-07T00:00:00.000Z' } };
    await expect(changes.page(moments, {}, reader)).rejects.toBeInstanceOf(MomentsReversed);
    const figures = new FiguresBetween(side.views, changes);
    const asked = { programme: of.programme };
    await expect(figures.page(moments, asked, reader)).rejects.toBeInstanceOf(MomentsReversed);
    const stories = new Stories(side.views, commands.vault);
    const two = { from: moments.from, to: moments.until };
    await expect(stories.compare(`trajectory:${emmen}`, two, reader)).rejects.toBeInstanceOf(MomentsReversed);
    // Written otherwise, but the same moment.
    const same = { from: { moment: '2025-11-07T00:00:00.000Z' }, until: { moment: '2025-11-07T00:00:00Z' } };
    expect((await changes.page(same, {}, reader)).data.total).toBe(0);
  });

  test('given days of figures the wrong way round, then it says so', async () => {
    const figures = new FiguresBetween(side.views, changes);
    const days = { programme: of.programme, validFrom: '2025-11-20', validUntil: '2025-10-31' };
    await expect(figures.page({ from, minPosition }, days, reader)).rejects.toBeInstanceOf(DaysReversed);
    const { validFrom: _validFrom, ...until } = { ...days, validUntil: '2025-10-30' };
    await expect(figures.page({ from, minPosition }, until, reader)).rejects.toBeInstanceOf(DaysReversed);
  });

  test('given a later moment that the views have not come to, then it waits as any query, and says so', async () => {
    const moments = { from, until: { ordinal: 9_999 }, waitMs: 50 };
    await expect(changes.page(moments, {}, reader)).rejects.toBeInstanceOf(NotThereYet);
  });

  test('given a beginning that the views have not come to, and no end, then it waits, too', async () => {
    await expect(changes.page({ from: { ordinal: 9_999 }, waitMs: 50 }, {}, reader)).rejects.toBeInstanceOf(
      NotThereYet,
    );
  });

  test('given the cursor of another filter, then it is refused', async () => {
    const { next } = (await changes.page({ from, minPosition }, { limit: 1 }, reader)).data;
    const other = changes.page({ from, minPosition }, { limit: 1, cursor: next, filter: { role: 'lead' } }, reader);
    await expect(other).rejects.toBeInstanceOf(BadCursor);
  });
});

describe('the figures of a programme at both ends', () => {
  const figuresOf = async (name: string) => {
    const figures = new FiguresBetween(side.views, changes);
    const request = { programme: of.programme, validFrom: '2025-10-31', validUntil: '2025-11-20' };
    const { data } = await figures.page({ from, minPosition }, request, { role: 'reporter', lang: 'nl' });
    return data?.items.find(({ organisation }) => organisation.name === name);
  };

  test('given a contact that was recorded late, then it is learned; given a start since, then that happened', async () => {
    const ofEmmen = await figuresOf('Emmen');
    expect(ofEmmen?.learned).toEqual([{ figure: 'status', before: 'attention', after: 'on-schedule' }]);
    expect(ofEmmen?.learnedFrom.map(({ cause, words: said }) => [cause, said])).toEqual([
      ['recorded-late', 'Contactmoment met Emmen (telefonisch; programmaleider).'],
    ]);
    expect(ofEmmen?.happened).toEqual([{ figure: 'participation', before: 'intake-held', after: 'started' }]);
    expect(ofEmmen?.words).toEqual({
      learned: 'Over 31 oktober 2025 weten we nu meer dan toen: status vraagt aandacht → op schema.',
      happened: 'Veranderd van 31 oktober 2025 tot en met 20 november 2025: deelname intake gehouden → gestart.',
    });
  });

  test('given an application that was taken back, then that is learned too', async () => {
    const ofAssen = await figuresOf('Assen');
    expect(ofAssen?.learned).toEqual([
      { figure: 'expected', before: 1, after: 0 },
      { figure: 'status', before: 'attention', after: null },
    ]);
    expect(ofAssen?.learnedFrom.map(({ cause }) => cause)).toEqual(['correction', 'retraction']);
    expect(ofAssen?.happened).toEqual([]);
  });

  test('given a programme that nobody knows, then there are none', async () => {
    const figures = new FiguresBetween(side.views, changes);
    const unknown = { programme: of.network };
    expect((await figures.page({ from, minPosition }, unknown, { role: 'lead', lang: 'nl' })).data).toBeUndefined();
  });
});
