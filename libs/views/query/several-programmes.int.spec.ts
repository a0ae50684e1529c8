import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { subject } from '#domain/kernel/subject';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { advance } from '../engine/advance.ts';
import { shardOf } from '../index/shards.ts';
import { NotThereYet } from './as-of.ts';

const programme = (name: string) => idOf(`${name} programme`);
const trajectory = (name: string) => idOf(`${name} trajectory`);
const question = (name: string) => idOf(`${name} question`);
const organisation = idOf('organisation');

let side: ReadSide & { databaseUrl: string };
let outsider: pg.Client;

beforeAll(async () => {
  side = await startReadSide();
  outsider = new pg.Client({ connectionString: side.databaseUrl });
  await outsider.connect();
  await side.views.db.updateTable('views.generation').set({ followed: true }).execute();
  expect(shardOf(programme('north'))).not.toBe(shardOf(programme('south')));
}, 120_000);

afterAll(async () => {
  await outsider.end();
  await side.stop();
}, 30_000);

/** What happened in the trajectory of the organisation in the programme of that name. */
function happened(name: string, content: Pick<Told, 'type' | 'data'>, ...named: string[]): Told {
  return {
    id: idOf(`${name} ${content.type}`),
    stream: `trajectory-${trajectory(name)}`,
    at: '2025-06-01T10:00:00.000Z',
    occurredOn: { precision: 'day', value: '2025-06-01' },
    subjects: [
      subject('programme', programme(name)),
      subject('trajectory', trajectory(name)),
      subject('organisation', organisation),
      ...named,
    ],
    ...content,
  } as Told;
}

const applied = (name: string) =>
  happened(name, {
    type: 'trajectory.applied.v1',
    data: {
      trajectory: trajectory(name),
      programme: programme(name),
      organisation,
      network: idOf(`${name} network`),
      contactRole: 'adviser',
    },
  });

const started = (name: string) => happened(name, { type: 'trajectory.started.v1', data: {} });

const broughtIn = (name: string) =>
  happened(
    name,
    {
      type: 'trajectory.question-brought-in.v1',
      data: { question: question(name), category: 'way-of-working', tags: [], text: sealed('?') },
    },
    subject('question', question(name)),
  );

const sameQuestion = (name: string, other: string): Told => {
  const [item, reason] = [idOf('lineage'), sealed('.')];
  const data = {
    item,
    programme: programme(name),
    question: question(name),
    sameAs: question(other),
    reason,
  };
  const named = [subject('item', item), subject('question', question(name)), subject('question', question(other))];
  return { ...happened(name, { type: 'lineage.traced.v1', data }, ...named), stream: `item-${item}` };
};

async function indexed(...events: readonly Told[]): Promise<number> {
  await side.record(events);
  await indexOnly(side);
  return (await side.views.head())?.ordinal ?? 0;
}

const folded = () => advance(side.views, { wait: true });

/** Folds everything but the programme of that name, which another worker is at and does not get on with. */
async function foldedWithout(name: string): Promise<void> {
  await outsider.query('BEGIN');
  await outsider.query('SELECT FROM views.progress WHERE shard = $1 FOR UPDATE', [shardOf(programme(name))]);
  await advance(side.views);
  await outsider.query('COMMIT');
}

describe('given what several programmes have to do with', () => {
  test('when one of them is behind, then what changed for an organisation is not told without its rows', async () => {
    const from = await indexed(applied('north'), applied('south'));
    await folded();
    const changed = (until?: number) =>
      side.views.between.between(
        { from: { ordinal: from }, ...(until !== undefined && { until: { ordinal: until } }), waitMs: 0 },
        { filter: { subject: subject('organisation', organisation) } },
      );
    expect((await changed()).data.items).toEqual([]);

    const until = await indexed(started('south'));
    await expect(changed(until)).rejects.toThrow(NotThereYet);
    expect((await changed()).data.items).toEqual([]);

    await folded();
    const { items } = (await changed(until)).data;
    expect(items.map(({ ordinal }) => ordinal)).toEqual([until]);
    expect(items[0]?.rows.map(({ key }) => key)).toContain(trajectory('south'));
  });

  test('when one is behind, then the questions that are the same are not told without those of it', async () => {
    await indexed(broughtIn('north'));
    await folded();
    const ordinal = await indexed(broughtIn('south'), sameQuestion('north', 'south'));
    await foldedWithout('south');
    const asked = () => side.views.questions.get(question('north'), { knownAt: { ordinal }, waitMs: 0 });
    await expect(asked()).rejects.toThrow(NotThereYet);

    await folded();
    const { data } = await asked();
    expect(data?.sameAs.map((same) => same.question)).toEqual([question('south')]);
  });
});
