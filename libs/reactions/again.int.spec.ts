import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { trajectoryId } from '#commands/ids';
import { carrierOf } from '#domain/dossier/carrier';
import { takenOverBy } from '#domain/pledge/pledge';
import { regionalNetwork } from '#domain/template/regional-network';
import type { LoggedEvent } from '#log/contract/codec';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import { accepted, at, meta, on, TestProgramme } from '../../test/support/programme.ts';
import { toolsOn } from '../../test/support/reaction-tools.ts';
import type { Tools } from './reaction.ts';
import { recordImport } from './record-import.ts';
import { takeAlong } from './take-along.ts';

let side: CommandSide;
let noord: TestProgramme;
let tools: Tools;
const refused: string[] = [];

beforeAll(async () => {
  side = await startCommandSide();
  noord = await TestProgramme.setUp(side.useCases, 10);
  tools = toolsOn(side, refused);
}, 60_000);
afterAll(() => side.stop());

async function storyOf(stream: string): Promise<string[]> {
  return (await side.log.readStream(stream)).map(({ type }) => type);
}

async function lastOf(stream: string): Promise<LoggedEvent> {
  const event = (await side.log.readStream(stream)).at(-1);
  if (!event) throw new Error(`There is no ${stream}`);
  return event;
}

describe('what a successor takes along, when the reaction runs late or again', () => {
  const tell = async (item: string, type: string, fact: string, data: Readonly<Record<string, unknown>>) => {
    const command = { type, at, occurredOn: on('2025-06-10'), item, fact, data };
    accepted(await side.useCases.item(item, command, meta()));
  };

  const assen = () => ({ programme: noord.programme, organisation: noord.organisation('0106') });

  async function appointed(role: string): Promise<string> {
    const item = uuid();
    await tell(item, 'appoint-party', 'party.appointed.v1', { item, ...assen(), role });
    return item;
  }

  async function succeeded(party: string, role: string): Promise<LoggedEvent> {
    await tell(party, 'replace-party', 'party.replaced.v1', { role });
    return lastOf(`item-${party}`);
  }

  /** A pledge and an action of that role of Assen. */
  async function promised(role: string, day = '2025-06-01'): Promise<{ pledge: string; action: string }> {
    const [pledge, action] = [uuid(), uuid()];
    const what = { role, what: { $text: 'Een casus' }, due: '2026-01-10' };
    const made = { type: 'make-pledge', at, occurredOn: on(day), pledge, ...assen(), toRole: 'lead' } as const;
    accepted(await side.useCases.pledge(pledge, { ...made, ...what }, meta()));
    await tell(action, 'agree-action', 'action.agreed.v1', { item: action, ...assen(), ...what });
    return { pledge, action };
  }

  async function handOver({ pledge, action }: { pledge: string; action: string }, role: string): Promise<void> {
    const { organisation } = assen();
    const takeOver = { type: 'take-pledge-over', at, occurredOn: on('2025-09-01'), organisation, role } as const;
    accepted(await side.useCases.pledge(pledge, takeOver, meta()));
    await tell(action, 'hand-action-over', 'action.handed-over.v1', { role });
  }

  async function whose({ pledge, action }: { pledge: string; action: string }) {
    const [kept, done] = [await side.useCases.pledgeState(pledge), await side.useCases.itemState(action)];
    if (kept.status === 'unknown' || done.status === 'unknown') throw new Error('They are there');
    return [(takenOverBy(kept.facts) ?? kept.begun)?.role, carrierOf(done)?.role];
  }

  test('is not what came into the hands of the former contact afterwards', async () => {
    const party = await appointed('contact');
    const theirs = await promised('secretary');
    const succession = await succeeded(party, 'manager');
    await takeAlong.react(succession, tools);
    await handOver(theirs, 'contact');
    await takeAlong.react(succession, tools);
    expect(await storyOf(`pledge-${theirs.pledge}`)).toEqual(['pledge.made.v1', 'pledge.taken-over.v1']);
    expect(await storyOf(`item-${theirs.action}`)).toEqual(['action.agreed.v1', 'action.handed-over.v1']);
    expect(await whose(theirs)).toEqual(['contact', 'contact']);
  });

  test('is not what was done by then, and is to be done again since', async () => {
    const party = await appointed('archivist');
    const { pledge } = await promised('archivist');
    const fact = { at, occurredOn: on('2025-06-05') };
    accepted(await side.useCases.pledge(pledge, { type: 'keep-pledge', ...fact }, meta()));
    const kept = await lastOf(`pledge-${pledge}`);
    const succession = await succeeded(party, 'controller');
    const reason = { $text: 'De casus is nog niet geleverd' };
    const retract = { type: 'retract-fact', at, event: kept.id, reason } as const;
    accepted(await side.useCases.pledge(pledge, retract, meta()));
    await takeAlong.react(succession, tools);
    expect(await storyOf(`pledge-${pledge}`)).not.toContain('pledge.taken-over.v1');
  });

  test('is also what was pledged after the day of a succession that is recorded late', async () => {
    const party = await appointed('surveyor');
    const theirs = await promised('surveyor', '2025-06-12');
    await takeAlong.react(await succeeded(party, 'geographer'), tools);
    expect(await whose(theirs)).toEqual(['geographer', 'geographer']);
    expect((await lastOf(`pledge-${theirs.pledge}`)).occurredOn).toEqual(on('2025-06-12'));
    expect((await lastOf(`item-${theirs.action}`)).occurredOn).toEqual(on('2025-06-10'));
  });

  test('goes along on the day of the succession, also when it was asked once more after that day', async () => {
    const party = await appointed('architect');
    const theirs = await promised('architect');
    const ask = { type: 'ask-pledge', at, occurredOn: on('2025-08-01'), pledge: theirs.pledge, ...assen() } as const;
    const what = { role: 'architect', toRole: 'lead', what: { $text: 'Een casus' }, due: '2026-01-10' };
    accepted(await side.useCases.pledge(theirs.pledge, { ...ask, ...what }, meta()));
    await takeAlong.react(await succeeded(party, 'designer'), tools);
    expect(await whose(theirs)).toEqual(['designer', 'designer']);
    expect((await lastOf(`pledge-${theirs.pledge}`)).occurredOn).toEqual(on('2025-06-10'));
  });

  test('is not what somebody handed over meanwhile, also when it came back', async () => {
    const party = await appointed('adviser');
    const theirs = await promised('adviser');
    const succession = await succeeded(party, 'planner');
    await handOver(theirs, 'secretary');
    await handOver(theirs, 'adviser');
    await takeAlong.react(succession, tools);
    expect(await whose(theirs)).toEqual(['adviser', 'adviser']);
  });

  test('goes from hand to hand when one succession came after another, and once', async () => {
    const party = await appointed('trainee');
    const theirs = await promised('trainee');
    const successions = [await succeeded(party, 'clerk'), await succeeded(party, 'registrar')];
    for (const succession of [...successions, ...successions]) await takeAlong.react(succession, tools);
    expect(await whose(theirs)).toEqual(['registrar', 'registrar']);
    expect(await storyOf(`pledge-${theirs.pledge}`)).toHaveLength(3);
    expect(await storyOf(`item-${theirs.action}`)).toHaveLength(3);
    expect(refused).toEqual([]);
  });
});

describe('an import that is completed', () => {
  test('records nothing any more, also of an organisation that withdrew since', async () => {
    const emmen = await noord.applied('0114');
    const id = uuid();
    const { programme, network } = noord;
    const row = { organisation: '0114', network, appliedOn: '2025-10-02', contactRole: 'secretary' };
    const rows = [
      { ...row, line: 2 },
      { ...row, line: 3, organisation: '0109' },
    ];
    const file = { import: id, programme, kind: 'applications', sha256: 'ab'.repeat(32), rows } as const;
    accepted(await side.useCases.import(id, { type: 'accept-import', at, ...file }, meta()));
    const cause = await lastOf(`import-${id}`);
    await recordImport.react(cause, tools);
    expect((await lastOf(`import-${id}`)).data).toEqual({ import: id, recorded: 1, known: 1 });

    const reason = { $text: 'Geen capaciteit' };
    await noord.record(emmen, { type: 'withdraw', at, occurredOn: on('2025-10-01'), reason });
    await recordImport.react(cause, tools);
    const applications = (await storyOf(`trajectory-${emmen}`)).filter((type) => type === 'trajectory.applied.v1');
    expect(applications).toHaveLength(1);
    const coevorden = trajectoryId(programme, noord.organisation('0109'));
    expect(await storyOf(`trajectory-${coevorden}`)).toEqual(['trajectory.applied.v1']);
    expect(refused).toEqual([]);
  });
});

describe('an import of organisations that had applied already', () => {
  const category = regionalNetwork.categories[0]?.key ?? '';

  async function taken(cbs: string, question: string, appliedOn = '2025-10-02'): Promise<object> {
    const id = uuid();
    const { programme, network } = noord;
    const row = { organisation: cbs, network, appliedOn, contactRole: 'secretary', category };
    const rows = [{ ...row, line: 2, question: { $text: question } }];
    const file = { import: id, programme, kind: 'applications', sha256: 'cd'.repeat(32), rows } as const;
    accepted(await side.useCases.import(id, { type: 'accept-import', at, ...file }, meta()));
    const cause = await lastOf(`import-${id}`);
    await recordImport.react(cause, tools);
    const { recorded, known } = (await lastOf(`import-${id}`)).data as { recorded: number; known: number };
    return { recorded, known };
  }

  test('brings in the question of each, once, however often and in whatever file it is taken in again', async () => {
    const hoogeveen = await noord.applied('0118');
    const asked = async () =>
      (await storyOf(`trajectory-${hoogeveen}`)).filter((type) => type === 'trajectory.question-brought-in.v1').length;
    expect(await taken('0118', 'Hoe betrekken wij inwoners?')).toEqual({ recorded: 0, known: 1 });
    expect(await asked()).toBe(1);
    expect((await lastOf(`trajectory-${hoogeveen}`)).envelope.channel).toEqual({
      kind: 'import',
      sha256: 'cd'.repeat(32),
      line: 2,
    });
    expect(await taken('0118', 'Hoe betrekken wij inwoners?')).toEqual({ recorded: 0, known: 1 });
    expect(await asked()).toBe(1);
    expect(await taken('0118', 'Hoe houden wij het vol?')).toEqual({ recorded: 0, known: 1 });
    expect(await asked()).toBe(2);
    expect(refused).toEqual([]);
  });

  test('given one that withdrew since, when the file is taken in again, then nothing is told twice', async () => {
    const midden = trajectoryId(noord.programme, noord.organisation('1731'));
    const question = 'Hoe houden wij het vol?';
    expect(await taken('1731', question)).toEqual({ recorded: 1, known: 0 });
    const first = ['trajectory.applied.v1', 'trajectory.question-brought-in.v1', 'trajectory.withdrawn.v1'];
    await noord.record(midden, { type: 'withdraw', at, occurredOn: on('2025-10-14'), reason: { $text: 'Druk' } });
    expect(await taken('1731', question)).toEqual({ recorded: 0, known: 1 });
    expect(await storyOf(`trajectory-${midden}`)).toEqual(first);
    expect(await taken('1731', question, '2025-10-15')).toEqual({ recorded: 1, known: 0 });
    expect(await storyOf(`trajectory-${midden}`)).toEqual([...first, 'trajectory.applied.v1']);
    expect(refused).toEqual([]);
  });

  test('given one that withdrew on the day on which it applied, when the file is taken in again, then nothing is told twice', async () => {
    const aa = trajectoryId(noord.programme, noord.organisation('1680'));
    const question = 'Wie doet er mee?';
    const first = ['trajectory.applied.v1', 'trajectory.question-brought-in.v1', 'trajectory.withdrawn.v1'];
    expect(await taken('1680', question)).toEqual({ recorded: 1, known: 0 });
    await noord.record(aa, { type: 'withdraw', at, occurredOn: on('2025-10-02'), reason: { $text: 'Vergissing' } });
    expect(await taken('1680', question)).toEqual({ recorded: 0, known: 1 });
    expect(await storyOf(`trajectory-${aa}`)).toEqual(first);
    expect(refused).toEqual([]);
  });

  test('given one of which the day was corrected and that withdrew, when the file as it was is taken in again, then nothing is told twice', async () => {
    const elp = trajectoryId(noord.programme, noord.organisation('1699'));
    const question = 'Waar beginnen wij?';
    expect(await taken('1699', question, '2025-10-12')).toEqual({ recorded: 1, known: 0 });
    const applied = (await side.log.readStream(`trajectory-${elp}`)).find(
      ({ type }) => type === 'trajectory.applied.v1',
    );
    const corrected = { type: 'correct-fact', at, event: applied?.id ?? '', data: applied?.data } as const;
    const reason = { $text: 'Een tikfout in het bestand.' };
    accepted(await side.useCases.trajectory(elp, { ...corrected, occurredOn: on('2025-10-02'), reason }, meta()));
    await noord.record(elp, { type: 'withdraw', at, occurredOn: on('2025-10-10'), reason: { $text: 'Druk' } });
    const before = await storyOf(`trajectory-${elp}`);
    expect(await taken('1699', question, '2025-10-12')).toEqual({ recorded: 0, known: 1 });
    expect(await taken('1699', question, '2025-10-02')).toEqual({ recorded: 0, known: 1 });
    expect(await storyOf(`trajectory-${elp}`)).toEqual(before);
    expect(await taken('1699', question, '2025-10-14')).toEqual({ recorded: 1, known: 0 });
    expect(refused).toEqual([]);
  });

  test('given an application and a question that were retracted, when the right file is taken in, then both are there', async () => {
    const borger = trajectoryId(noord.programme, noord.organisation('1681'));
    const question = 'Wat levert het op?';
    await taken('1681', question);
    const reason = { $text: 'Verkeerd bestand' };
    for (const { id } of (await side.log.readStream(`trajectory-${borger}`)).toReversed()) {
      accepted(await side.useCases.trajectory(borger, { type: 'retract-fact', at, event: id, reason }, meta()));
    }
    const before = (await storyOf(`trajectory-${borger}`)).length;
    expect(await taken('1681', question)).toEqual({ recorded: 1, known: 0 });
    expect((await storyOf(`trajectory-${borger}`)).slice(before)).toEqual([
      'trajectory.applied.v1',
      'trajectory.question-brought-in.v1',
    ]);
    expect(refused).toEqual([]);
  });
});
