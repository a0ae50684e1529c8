import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { trajectoryId } from '#commands/ids';
import { ensureRegister } from '#commands/register-release';
import { carrierOf } from '#domain/dossier/carrier';
import { takenOverBy } from '#domain/pledge/pledge';
import { findOrganisation } from '#domain/register/state';
import { regionalNetwork } from '#domain/template/regional-network';
import type { Jobs } from '#jobs/jobs';
import type { CommandMeta } from '#log/contract/envelope';
import type { Outcome } from '#log/repository/outcome';
import { openViewsDatabase } from '#views/database/database';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import { type ReadSide, readSideOf } from '../../test/support/read-side.ts';
import { Reactions } from './reactions.ts';
import { ReactionStore, type ReactionsSchema } from './store.ts';

const at = '2025-10-15T08:30:00.000Z';
const programme = uuid();
const network = uuid();
const category = regionalNetwork.categories[0]?.key ?? '';
const sha256 = 'ab'.repeat(32);

let commands: CommandSide;
let side: ReadSide;
let stopReactions: () => Promise<void>;
let idOfCode: (cbs: string) => string;
let database: Kysely<ReactionsSchema>;
let isClockRight = true;
let isStoreAway = false;

/** The store of jobs, which takes no nudges while it is away. */
function storeThatMayGoAway(jobs: Jobs): Pick<Jobs, 'queue' | 'workOnceThere'> {
  return {
    workOnceThere: (...work) => jobs.workOnceThere(...work),
    queue: (name) => {
      const queue = jobs.queue(name);
      return {
        nudge: (key, data) =>
          isStoreAway ? Promise.reject(new Error('the store of jobs is away')) : queue.nudge(key, data),
        depth: () => queue.depth(),
      };
    },
  };
}

const meta = (more: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: uuid(),
  actor: uuid(),
  role: 'lead',
  grant: 'token',
  channel: { kind: 'api' },
  at,
  ...more,
});
const on = (value: string) => ({ at, occurredOn: { precision: 'day', value } }) as const;
const accepted = (outcome: Outcome) => {
  if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
};

beforeAll(async () => {
  commands = await startCommandSide('example');
  const { databaseUrl, useCases, vault, log } = commands;
  await ensureRegister(useCases, at);
  const register = await useCases.registerState();
  idOfCode = (cbs) => findOrganisation(register, cbs, '2025-10-01')?.id ?? '';
  const days = { opensOn: '2025-04-01', from: '2025-09-01', until: '2026-09-30', template: regionalNetwork };
  const client = idOfCode('22');
  accepted(
    await useCases.programme(
      programme,
      { type: 'set-up-programme', at, programme, name: 'Noord', client, ...days },
      meta(),
    ),
  );
  const places = { name: 'Noord', region: 'Noord', minimum: 1, target: 1, maximum: 1 };
  accepted(await useCases.network(network, { type: 'open-network', at, network, programme, ...places }, meta()));
  side = await readSideOf(commands);
  await side.startFolding();
  ({ db: database } = openViewsDatabase<ReactionsSchema>(databaseUrl, () => undefined, 3));
  const reactions = new Reactions({
    databaseUrl,
    purpose: log.purpose,
    store: new ReactionStore(database),
    loader: side.views.loader,
    useCases,
    vault,
    jobs: storeThatMayGoAway(side.jobs),
    mayRecord: () => isClockRight,
    onTrouble: (what, error) => side.troubles.push(`${what}: ${error.message}`),
    onRefused: ({ reaction, code }) => side.troubles.push(`${reaction}: ${code}`),
  });
  await reactions.start();
  stopReactions = async () => {
    await reactions.stop();
    await side.jobs.close();
    await database.destroy();
  };
}, 120_000);

afterAll(async () => {
  await stopReactions();
  await side.stop();
  await commands.stop();
}, 30_000);

/** Asks again at each step of the views, until the answer is as hoped; the test's own time limit ends it otherwise. */
async function until<T>(ask: () => Promise<T>, hoped: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const heard = side.views.changes.count;
    const answer = await ask();
    if (hoped(answer)) return answer;
    await side.views.changes.next(heard, 1_000);
  }
}

describe('an accepted import', () => {
  test('is recorded row by row, each fact pointing to its line and to the one who imported it', async () => {
    const { useCases } = commands;
    const id = uuid();
    const importer = uuid();
    const row = { network, appliedOn: '2025-10-02', contactRole: 'secretary' };
    const rows = [
      { ...row, line: 2, organisation: '0106', category, question: { $text: 'Hoe betrekken wij inwoners?' } },
      { ...row, line: 3, organisation: '0014' },
    ];
    const file = { import: id, programme, kind: 'applications', sha256, rows } as const;
    accepted(await useCases.import(id, { type: 'accept-import', at, ...file }, meta({ actor: importer })));

    const { data } = await until(
      () => side.views.imports.get(id, {}),
      (answer) => answer.data?.completed !== null && answer.data !== undefined,
    );
    expect(data?.completed).toEqual({ at, recorded: 2, known: 0, refused: 0 });
    const assen = trajectoryId(programme, idOfCode('0106'));
    const story = await side.views.story.whole(`trajectory:${assen}`, {});
    expect(story.data.map(({ event }) => [event.type, event.envelope.channel, event.envelope.actor])).toEqual([
      ['trajectory.applied.v1', { kind: 'import', sha256, line: 2 }, importer],
      ['trajectory.question-brought-in.v1', { kind: 'import', sha256, line: 2 }, importer],
    ]);
    expect(story.data[0]?.event.occurredOn).toEqual({ precision: 'day', value: '2025-10-02' });
  }, 30_000);
});

describe('a trajectory that leaves', () => {
  test('frees its place, which is proposed for the first in line', async () => {
    const { useCases } = commands;
    const [leaving, waiting] = ['0106', '0014'].map((cbs) => trajectoryId(programme, idOfCode(cbs)));
    if (!leaving || !waiting) throw new Error('There are no such trajectories');
    for (const trajectory of [leaving, waiting]) {
      accepted(await useCases.trajectory(trajectory, { type: 'hold-intake', ...on('2025-10-10') }, meta()));
    }
    accepted(await useCases.network(network, { type: 'give-place', at, trajectory: leaving }, meta()));
    accepted(await useCases.network(network, { type: 'put-on-waiting-list', at, trajectory: waiting }, meta()));
    const reason = { $text: 'Geen capaciteit' };
    accepted(await useCases.trajectory(leaving, { type: 'withdraw', ...on('2025-10-14'), reason }, meta()));

    const { data } = await until(
      () => side.views.networks.get(network, {}),
      (answer) => (answer.data?.proposals.length ?? 0) > 0,
    );
    expect(data).toMatchObject({ places: [], free: 1, proposals: [{ trajectory: waiting, freedBy: leaving }] });
    expect(side.troubles).toEqual([]);
  }, 30_000);
});

describe('a contact that is succeeded', () => {
  const assen = () => trajectoryId(programme, idOfCode('0106'));

  async function tell(
    item: string,
    type: string,
    fact: string,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const command = { type, ...on('2025-10-14'), item, fact, data };
    accepted(await commands.useCases.item(item, command, meta()));
  }

  async function appointed(role: string): Promise<string> {
    const party = uuid();
    const data = { item: party, programme, organisation: idOfCode('0106'), role };
    await tell(party, 'appoint-party', 'party.appointed.v1', data);
    return party;
  }

  async function pledged(role: string): Promise<string> {
    const pledge = uuid();
    const whose = { pledge, programme, trajectory: assen(), organisation: idOfCode('0106') };
    const data = { ...whose, role, toRole: 'lead', what: { $text: 'Een casus' }, due: '2026-01-10' };
    accepted(await commands.useCases.pledge(pledge, { type: 'make-pledge', ...on('2025-10-14'), ...data }, meta()));
    return pledge;
  }

  async function agreed(role: string): Promise<string> {
    const item = uuid();
    const data = { item, programme, trajectory: assen(), role, due: '2026-01-10', what: { $text: 'Bellen' } };
    await tell(item, 'agree-action', 'action.agreed.v1', data);
    return item;
  }

  const keeperOf = async (pledge: string) => {
    const state = await commands.useCases.pledgeState(pledge);
    return state.status === 'known' ? takenOverBy(state.facts) : undefined;
  };
  const ownerOf = async (action: string) => {
    const state = await commands.useCases.itemState(action);
    return state.status === 'known' ? carrierOf(state) : undefined;
  };

  test('in another role takes along what is open, and what others have or what is done stays', async () => {
    const party = await appointed('policy-officer');
    const [pledge, kept, others] = [
      await pledged('policy-officer'),
      await pledged('policy-officer'),
      await pledged('secretary'),
    ];
    accepted(await commands.useCases.pledge(kept, { type: 'keep-pledge', ...on('2025-10-14') }, meta()));
    const [action, done, theirs] = [
      await agreed('policy-officer'),
      await agreed('policy-officer'),
      await agreed('secretary'),
    ];
    await tell(done, 'do-action', 'action.done.v1', {});
    await tell(party, 'replace-party', 'party.replaced.v1', { role: 'manager' });

    const organisation = idOfCode('0106');
    await until(
      () => ownerOf(action),
      (owner) => owner?.role === 'manager',
    );
    expect(await ownerOf(action)).toEqual({ role: 'manager', organisation });
    expect(
      await until(
        () => keeperOf(pledge),
        (keeper) => keeper !== undefined,
      ),
    ).toEqual({ role: 'manager', organisation });
    expect([await keeperOf(kept), await keeperOf(others)]).toEqual([undefined, undefined]);
    expect(await ownerOf(done)).toMatchObject({ role: 'policy-officer' });
    expect(await ownerOf(theirs)).toMatchObject({ role: 'secretary' });
    const [, handedOver] = await commands.useCases.itemHistory(action);
    const [, cause] = await commands.useCases.itemHistory(party);
    expect(handedOver?.envelope).toMatchObject({
      channel: { kind: 'reaction', name: 'take-along' },
      causation: cause?.id,
    });

    // And once more, to who holds it now: what was handed over follows too. A successor in the same role changes nothing.
    await tell(party, 'replace-party', 'party.replaced.v1', { role: 'manager', person: uuid() });
    await tell(party, 'replace-party', 'party.replaced.v1', { role: 'adviser' });
    await until(
      () => ownerOf(action),
      (owner) => owner?.role === 'adviser',
    );
    await until(
      () => keeperOf(pledge),
      (keeper) => keeper?.role === 'adviser',
    );
    expect((await commands.useCases.itemHistory(action)).map(({ type }) => type)).toEqual([
      'action.agreed.v1',
      'action.handed-over.v1',
      'action.handed-over.v1',
    ]);
    expect(side.troubles).toEqual([]);
  }, 30_000);
});

describe('reactions when something they stand on is away', () => {
  async function importOf(cbs: string): Promise<string> {
    const id = uuid();
    const rows = [{ network, appliedOn: '2025-10-02', contactRole: 'secretary', line: 2, organisation: cbs }];
    const file = { import: id, programme, kind: 'applications', sha256, rows } as const;
    accepted(await commands.useCases.import(id, { type: 'accept-import', at, ...file }, meta()));
    return id;
  }
  const completed = async (id: string) => (await side.views.imports.get(id, {})).data?.completed ?? undefined;
  const recorded = (id: string) =>
    until(
      () => completed(id),
      (answer) => answer !== undefined,
    );
  const trouble = (words: string) => side.troubles.some((one) => one.includes(words));

  test('given a store of jobs that takes no nudges, then an accepted import is completed all the same', async () => {
    isStoreAway = true;
    const id = await importOf('0034');
    expect(await recorded(id)).toMatchObject({ recorded: 1 });
    isStoreAway = false;
    expect(trouble('the store of jobs is away')).toBe(true);
  }, 30_000);

  test('given that their tables were lost while they run, then they are made again and an import is completed', async () => {
    await sql`DROP SCHEMA reactions CASCADE`.execute(database);
    const id = await importOf('0037');
    expect(await recorded(id)).toMatchObject({ recorded: 1 });
    expect(trouble('does not exist')).toBe(true);
  }, 30_000);

  test('given a clock that is off, then nothing is recorded until it is right', async () => {
    isClockRight = false;
    const id = await importOf('0047');
    await until(
      () => side.views.imports.get(id, {}),
      ({ data }) => data !== undefined,
    );
    // Several looks go by.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await completed(id)).toBeUndefined();
    isClockRight = true;
    expect(await recorded(id)).toMatchObject({ recorded: 1 });
  }, 30_000);
});
