import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { CorrectionCommand } from '#domain/kernel/corrections';
import type { MeetingCommand } from '#domain/meeting/commands';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import { accepted, at, meta, on, TestProgramme } from '../../test/support/programme.ts';
import { trajectoryId } from './ids.ts';
import { ensureRegister } from './register-release.ts';
import type { UseCases } from './use-cases.ts';

let side: CommandSide;
let useCases: UseCases;
let noord: TestProgramme;

beforeAll(async () => {
  side = await startCommandSide();
  useCases = side.useCases;
  noord = await TestProgramme.setUp(useCases, 1);
}, 60_000);
afterAll(() => side.stop());

describe('from application to a place', () => {
  test('the register is released once, however often a server starts', async () => {
    await ensureRegister(useCases, at);
    expect(await side.log.readStream('register-organisations')).toHaveLength(1);
  });

  test('a network with one place gives it once', async () => {
    const [assen, emmen] = [await noord.applied('0106'), await noord.applied('0114')];
    await noord.decide({ type: 'give-place', at, trajectory: assen });
    const second = await useCases.network(noord.network, { type: 'give-place', at, trajectory: emmen }, meta());
    expect(second).toMatchObject({ outcome: 'refused', refusal: { code: 'network-full' } });
  });

  test('a correction is recorded as the fact again, with its reason sealed, and state follows it', async () => {
    const trajectory = await noord.applied('0109');
    const held = (await side.log.readStream(`trajectory-${trajectory}`)).at(-1);
    const reason = { $text: 'De datum stond verkeerd in het verslag' };
    const content = { event: held?.id ?? '', data: {}, occurredOn: on('2025-06-03'), reason };
    const { answer } = accepted(
      await useCases.trajectory(trajectory, { type: 'correct-fact', at, ...content }, meta()),
    );
    expect(answer.events.map(({ type }) => type)).toEqual(['trajectory.intake-held.v1']);
    const last = (await side.log.readStream(`trajectory-${trajectory}`)).at(-1);
    expect(last).toMatchObject({ occurredOn: on('2025-06-03'), corrects: { event: held?.id, kind: 'correction' } });
    expect(last?.corrects?.reason).toHaveProperty('$sealed');
    const state = await useCases.trajectoryState(trajectory);
    expect(state).toMatchObject({ course: [{ fact: 'applied' }, { fact: 'intake-held', on: '2025-06-03' }] });
  });

  test('what was recorded of a meeting can be taken back also when its planning was', async () => {
    const { programme, network } = noord;
    const trajectory = await noord.applied('1680');
    const meeting = uuid();
    const send = async (command: MeetingCommand | CorrectionCommand) => useCases.meeting(meeting, command, meta());
    const planned = { meeting, programme, network, kind: 'opening', title: 'Start', date: '2025-10-01' } as const;
    const day = { at, occurredOn: on('2025-10-01') };
    await send({ type: 'plan-meeting', ...day, ...planned, status: 'agreed' });
    await send({ type: 'record-attendance', ...day, entries: [{ trajectory, attendance: 'present' }] });
    const [plan, attendance] = await side.log.readStream(`meeting-${meeting}`);
    const retract = (event = '') => send({ type: 'retract-fact', at, event, reason: { $text: 'Vergissing' } });
    expect(await retract(plan?.id)).toMatchObject({ outcome: 'accepted' });
    expect(await retract(plan?.id)).toMatchObject({ refusal: { code: 'fact-already-retracted' } });
    expect(await retract(attendance?.id)).toMatchObject({ outcome: 'accepted' });
    expect(await side.log.readStream(`meeting-${meeting}`)).toHaveLength(4);
  });

  test('a correction that names something that is no id is refused, and says where', async () => {
    const { programme, network } = noord;
    const trajectory = await noord.applied('0177');
    const meeting = uuid();
    const day = { at, occurredOn: on('2025-10-02') };
    const send = async (command: MeetingCommand | CorrectionCommand) => useCases.meeting(meeting, command, meta());
    const planned = { meeting, programme, network, kind: 'exchange', title: 'Ruil', date: '2025-10-02' } as const;
    await send({ type: 'plan-meeting', ...day, ...planned, status: 'agreed' });
    await send({ type: 'record-attendance', ...day, entries: [{ trajectory, attendance: 'present' }] });
    const [, attendance] = await side.log.readStream(`meeting-${meeting}`);
    const data = { entries: [{ trajectory: 'westerkwartier', attendance: 'present' }] };
    const content = { event: attendance?.id ?? '', data, reason: { $text: 'Vergissing' } };
    expect(await send({ type: 'correct-fact', ...day, ...content })).toMatchObject({
      outcome: 'refused',
      refusal: { fields: ['data.entries.0.trajectory'] },
    });
  });

  test('a correction is held to the same rules as the fact', async () => {
    const trajectory = await noord.applied('0118');
    const question = { question: trajectory, category: 'role-of-the-council', tags: [], text: { $text: 'Hoe?' } };
    const { answer } = await noord.record(trajectory, {
      type: 'bring-in-question',
      at,
      occurredOn: on('2025-06-01'),
      ...question,
    });
    const content = {
      event: answer.events[0]?.id ?? '',
      occurredOn: on('2025-06-01'),
      reason: { $text: 'Vergissing' },
    };
    const data = { ...question, category: 'no-such-category' };
    const outcome = await useCases.trajectory(trajectory, { type: 'correct-fact', at, data, ...content }, meta());
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'category-unknown' } });
  });

  test('an organisation that did not exist on that day is refused', async () => {
    const { programme, network } = noord;
    const appingedam = noord.organisation('0003');
    const trajectory = trajectoryId(programme, appingedam);
    const content = { trajectory, programme, organisation: appingedam, network, contactRole: 'contact' };
    const outcome = await useCases.trajectory(
      trajectory,
      { type: 'apply', at, occurredOn: on('2025-05-01'), ...content },
      meta(),
    );
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { fields: ['organisation', 'occurredOn'] } });
  });
});
