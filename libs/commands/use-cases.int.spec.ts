import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { findOrganisation } from '#domain/register/state';
import { regionalNetwork } from '#domain/template/regional-network';
import type { CommandMeta } from '#log/contract/envelope';
import type { Outcome } from '#log/repository/outcome';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import { trajectoryId } from './ids.ts';
import { ensureRegister } from './register-release.ts';
import type { UseCases } from './use-cases.ts';

const at = '2025-10-15T08:30:00.000Z';
const programme = uuid();
const network = uuid();

let engines: CommandSide;
let useCases: UseCases;
let organisation: (cbs: string) => string;

const meta = (more: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: uuid(),
  actor: uuid(),
  role: 'lead',
  grant: 'token',
  channel: { kind: 'api' },
  at,
  ...more,
});
const on = (value: string) => ({ precision: 'day', value }) as const;
const accepted = (outcome: Outcome) => {
  if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
};

beforeAll(async () => {
  engines = await startCommandSide();
  useCases = engines.useCases;
  await ensureRegister(useCases, at);
  await ensureRegister(useCases, at);
  const register = await useCases.registerState();
  organisation = (cbs) => findOrganisation(register, cbs, '2025-10-01')?.id ?? '';
  accepted(
    await useCases.programme(
      programme,
      {
        type: 'set-up-programme',
        at,
        programme,
        name: 'Noord',
        client: organisation('22'),
        opensOn: '2025-04-01',
        from: '2025-09-01',
        until: '2026-09-30',
        template: regionalNetwork,
      },
      meta(),
    ),
  );
  const places = { minimum: 1, target: 1, maximum: 1 };
  accepted(
    await useCases.network(
      network,
      { type: 'open-network', at, network, programme, name: 'Noord', region: 'Noord-Nederland', ...places },
      meta(),
    ),
  );
}, 60_000);
afterAll(() => engines.stop());

async function applied(cbs: string): Promise<string> {
  const trajectory = trajectoryId(programme, organisation(cbs));
  const content = { trajectory, programme, organisation: organisation(cbs), network, contactRole: 'contact' };
  accepted(
    await useCases.trajectory(trajectory, { type: 'apply', at, occurredOn: on('2025-05-01'), ...content }, meta()),
  );
  accepted(await useCases.trajectory(trajectory, { type: 'hold-intake', at, occurredOn: on('2025-06-01') }, meta()));
  return trajectory;
}

describe('from application to a place', () => {
  test('the register is released once', async () => {
    expect(await engines.log.readStream('register-organisations')).toHaveLength(1);
  });

  test('a network with one place gives it once', async () => {
    const [assen, emmen] = [await applied('0106'), await applied('0114')];
    accepted(await useCases.network(network, { type: 'give-place', at, trajectory: assen }, meta()));
    const second = await useCases.network(network, { type: 'give-place', at, trajectory: emmen }, meta());
    expect(second).toMatchObject({ outcome: 'refused', refusal: { code: 'network-full' } });
  });

  test('a correction is recorded as the fact again, with its reason sealed, and state follows it', async () => {
    const trajectory = await applied('0109');
    const held = (await engines.log.readStream(`trajectory-${trajectory}`)).at(-1);
    const reason = { $text: 'De datum stond verkeerd in het verslag' };
    const command = {
      type: 'correct-fact',
      at,
      event: held?.id ?? '',
      data: {},
      occurredOn: on('2025-06-03'),
      reason,
    } as const;
    const outcome = accepted(await useCases.trajectory(trajectory, command, meta()));
    expect(outcome.answer.events.map(({ type }) => type)).toEqual(['trajectory.intake-held.v1']);
    const last = (await engines.log.readStream(`trajectory-${trajectory}`)).at(-1);
    expect(last).toMatchObject({ occurredOn: on('2025-06-03'), corrects: { event: held?.id, kind: 'correction' } });
    expect(last?.corrects?.reason).toHaveProperty('$sealed');
    const state = await useCases.trajectoryState(trajectory);
    expect(state).toMatchObject({ course: [{ fact: 'applied' }, { fact: 'intake-held', on: '2025-06-03' }] });
  });

  test('an organisation that did not exist on that day is refused', async () => {
    const appingedam = organisation('0003');
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
