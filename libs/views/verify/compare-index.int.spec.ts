import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { subject } from '#domain/kernel/subject';
import { idOf, sealed } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { on, programme } from '../../../test/support/rows.ts';
import { verify } from '../verify.ts';

let side: ReadSide;

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
}, 60_000);

afterAll(() => side.stop(), 30_000);

describe('the index beside the log', () => {
  test('given an entry that somebody took away, then that one is missing, and those after it are as they should be', async () => {
    const meeting = { stream: 'meeting-of-the-lost', type: 'meeting.held.v1', data: {} };
    const about = subject('trajectory', idOf('lost'));
    const minPosition = await side.record(
      ['2025-02-01', '2025-02-02', '2025-02-03'].map((day) => on(day, meeting, about)),
    );
    const { ordinal } = await side.views.basis({ minPosition, waitMs: 15_000 }, 'everything');
    const { db } = side.views;
    const lost = await db
      .selectFrom('views.entry')
      .selectAll()
      .where('ordinal', '=', ordinal - 1)
      .executeTakeFirstOrThrow();
    await db.deleteFrom('views.entry').where('ordinal', '=', lost.ordinal).execute();
    const { differences } = await verify({ views: side.views });
    await db.insertInto('views.entry').values(lost).execute();
    const missing = { view: 'index', key: `${lost.ordinal}`, kind: 'missing', detail: 'no entry' };
    expect(differences.filter(({ view }) => view === 'index')).toEqual([missing]);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 30_000);

  test('given subjects of a correction that somebody changed, then it is told which are lacking and which are too many', async () => {
    const [here, there] = ['here', 'there'].map((name) => subject('trajectory', idOf(`${name} of the meeting`)));
    const meeting = { stream: 'meeting-of-subjects', type: 'meeting.held.v1', data: {} };
    const held = on('2025-03-03', meeting, here ?? '', there ?? '');
    const corrects = { event: held.id, kind: 'correction', reason: sealed('Een dag later.') };
    const minPosition = await side.record([held, on('2025-03-04', { ...meeting, corrects }, here ?? '')]);
    const { ordinal } = await side.views.basis({ minPosition, waitMs: 15_000 }, 'everything');
    const set = (subjects: readonly string[]) =>
      sql`UPDATE views.entry SET subjects = ${[...subjects]}::text[] WHERE ordinal = ${ordinal}`.execute(side.views.db);
    const told = async () => (await verify({ views: side.views })).differences.filter(({ view }) => view === 'index');
    expect(await told()).toEqual([]);
    const own = [subject('programme', programme), here ?? ''];
    await set(own);
    const different = { view: 'index', key: `${ordinal}`, kind: 'different' };
    expect(await told()).toEqual([{ ...different, detail: `lacks ${there}` }]);
    await set([...own, there ?? '', subject('group', idOf('stranger'))]);
    expect(await told()).toEqual([{ ...different, detail: `has ${subject('group', idOf('stranger'))}` }]);
    await set([...own, there ?? '']);
  }, 30_000);
});
