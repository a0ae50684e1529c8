import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { trajectoryId } from '#commands/ids';
import { chooseStore } from '#jobs/backend';
import { Jobs } from '#jobs/jobs';
import { openViewsDatabase } from '#views/database/database';
import { Folding } from '#views/engine/worker';
import { Views } from '#views/views';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import { accepted, at, meta, on, TestProgramme } from '../../test/support/programme.ts';
import { Reactions, type ReactionsOptions, reactions } from './reactions.ts';
import { ReactionStore, type ReactionsSchema } from './store.ts';

let side: CommandSide;
let views: Views;
let jobs: Jobs;
let folding: Folding;
let running: Reactions;
let options: ReactionsOptions;
let noord: TestProgramme;
let close: () => Promise<void>;

beforeAll(async () => {
  side = await startCommandSide('example');
  const { databaseUrl, log, useCases, vault } = side;
  const onTrouble = () => undefined;
  views = await Views.open({ databaseUrl, log, onTrouble });
  const db = openViewsDatabase<ReactionsSchema>(databaseUrl, onTrouble, 3);
  close = () => db.destroy();
  jobs = new Jobs(chooseStore({ databaseUrl }), onTrouble);
  folding = new Folding({ views, databaseUrl, log, jobs, onTrouble });
  const store = new ReactionStore(db);
  options = { databaseUrl, purpose: log.purpose, store, loader: views.loader, useCases, vault, jobs, onTrouble };
  running = new Reactions(options);
  await folding.start((error) => {
    throw error;
  });
  await running.start();
  noord = await TestProgramme.setUp(useCases, 1);
}, 60_000);

afterAll(async () => {
  await Promise.all([running.stop(), folding.stop()]);
  await jobs.close();
  await views.close();
  await close();
  await side.stop();
});

/** The types of a stream's events, once the last one is of this type. */
async function streamUntil(stream: string, type: string): Promise<string[]> {
  for (;;) {
    const types = (await side.log.readStream(stream)).map((event) => event.type as string);
    if (types.at(-1) === type) return types;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a freed place', () => {
  test('is proposed to the lead for the first in line, once, however often the reaction runs', async () => {
    const [assen, emmen] = [await noord.applied('0106'), await noord.applied('0114')];
    await noord.decide({ type: 'give-place', at, trajectory: assen });
    await noord.decide({ type: 'put-on-waiting-list', at, trajectory: emmen });
    await noord.record(assen, { type: 'stop', at, occurredOn: on('2025-10-01'), reason: { $text: 'Geen capaciteit' } });
    const stream = `network-${noord.network}`;
    const types = await streamUntil(stream, 'network.place-proposed.v1');
    expect(types.slice(-2)).toEqual(['network.place-freed.v1', 'network.place-proposed.v1']);
    const [freed, proposed] = (await side.log.readStream(stream)).slice(-2);
    expect(freed?.data).toEqual({ trajectory: assen, cause: 'stopped' });
    expect(proposed?.data).toEqual({ trajectory: emmen, freedBy: assen });
    expect(freed?.envelope.channel).toEqual({ kind: 'reaction', name: 'free-place' });
    const stopped = (await side.log.readStream(`trajectory-${assen}`)).at(-1);
    expect(freed?.envelope.causation).toBe(stopped?.id);

    const again = reactions.find(({ name }) => name === 'free-place');
    if (!again || !stopped) throw new Error('The reaction and its cause are there');
    const tools = { useCases: side.useCases, vault: side.vault, at: () => at, refused: async () => undefined };
    await again.react(stopped, tools);
    expect(await side.log.readStream(stream)).toHaveLength(types.length);
  });
});

describe('an accepted import', () => {
  test('is recorded line by line, each pointing to the file, and said to be complete', async () => {
    const { programme, network } = noord;
    const file = { import: uuid(), programme, kind: 'applications', sha256: 'b'.repeat(64) } as const;
    const row = { network, appliedOn: '2025-05-12', contactRole: 'contact' };
    const rows = [
      {
        ...row,
        line: 2,
        organisation: '0014',
        category: 'role-of-the-council',
        question: { $text: 'Hoe doet de raad mee?' },
      },
      { ...row, line: 3, organisation: '0047' },
      { ...row, line: 4, organisation: '0106' },
    ];
    const before = meta();
    accepted(await side.useCases.import(file.import, { type: 'accept-import', at, ...file, rows }, before));
    const types = await streamUntil(`import-${file.import}`, 'import.completed.v1');
    expect(types).toEqual(['import.accepted.v1', 'import.completed.v1']);
    const completed = (await side.log.readStream(`import-${file.import}`)).at(-1);
    expect(completed?.data).toEqual({ import: file.import, recorded: 2, known: 1 });

    const trajectory = trajectoryId(programme, noord.organisation('0014'));
    const story = await side.log.readStream(`trajectory-${trajectory}`);
    expect(story.map(({ type }) => type)).toEqual(['trajectory.applied.v1', 'trajectory.question-brought-in.v1']);
    for (const event of story) {
      expect(event.envelope).toMatchObject({
        actor: before.actor,
        channel: { kind: 'import', sha256: file.sha256, line: 2 },
      });
      expect(event.occurredOn).toEqual(on('2025-05-12'));
    }
    const [, question] = story;
    if (!question) throw new Error('The question was recorded');
    const opened = await side.vault.open({ data: question.data, envelope: question.envelope }, question.id, '');
    expect(opened.data).toMatchObject({ text: { $text: 'Hoe doet de raad mee?' } });
  });
});
