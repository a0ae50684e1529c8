import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
import { LogUnavailable } from '#log/contract/errors';
import { patience } from '#log/patience';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { advance } from '../engine/advance.ts';
import { type AsOf, NotThereYet } from './as-of.ts';
import { settling } from './finality.ts';

const programme = idOf('programme');
const trajectory = idOf('trajectory');

let side: ReadSide & { databaseUrl: string };

beforeAll(async () => {
  side = await startReadSide({ purpose: 'production' });
}, 120_000);

afterAll(() => side.stop(), 30_000);

function judgedAt(at: string): Told {
  return {
    id: idOf(`judged ${at}`),
    stream: `trajectory-${trajectory}`,
    at,
    occurredOn: { precision: 'day', value: at.slice(0, 10) },
    subjects: [subject('programme', programme), subject('trajectory', trajectory)],
    type: 'trajectory.lead-judged.v1',
    data: { judgement: 'attention', reason: sealed('.') },
  } as Told;
}

/** Brings index and rows as far as the log. */
async function folded(): Promise<void> {
  await indexOnly(side);
  await advance(side.views, { wait: true });
}

const known = (moment: string): AsOf => ({ knownAt: { moment }, waitMs: 0 });
const ordinalAt = async (moment: string) => (await side.views.basis(known(moment), { programme })).ordinal;

describe('as of a moment', () => {
  test('given an index that the log has left behind, then only what nothing can be added to is answered', async () => {
    await side.record([judgedAt('2025-03-01T10:00:00.000Z'), judgedAt('2025-03-03T10:00:00.000Z')]);
    await folded();
    const before = await ordinalAt('2025-03-02T00:00:00.000Z');
    const last = await ordinalAt('2025-03-04T00:00:00.000Z');
    expect(last).toBe(before + 1);

    await side.record([judgedAt('2025-03-05T10:00:00.000Z')]);
    expect(await ordinalAt('2025-03-02T00:00:00.000Z')).toBe(before);
    // The log goes on, but with something that was not recorded yet then.
    expect(await ordinalAt('2025-03-05T00:00:00.000Z')).toBe(last);
    await expect(ordinalAt('2025-03-06T00:00:00.000Z')).rejects.toThrow(NotThereYet);

    await folded();
    expect(await ordinalAt('2025-03-06T00:00:00.000Z')).toBe(last + 1);
    expect(await ordinalAt('2025-03-05T00:00:00.000Z')).toBe(last);
  });

  test('given a moment that has not been or only just, then the answer says that it is provisional', async () => {
    await folded();
    const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
    const basisAt = (moment: string) => side.views.basis(known(moment), { programme });
    expect(await basisAt(ago(-86_400_000))).toHaveProperty('provisional', true);
    expect(await basisAt(ago(settling / 2))).toHaveProperty('provisional', true);
    expect(await basisAt(ago(settling * 2))).not.toHaveProperty('provisional');
    expect(await side.views.basis({}, { programme })).not.toHaveProperty('provisional');
  });

  test('given an index that has an event of after the moment, then the log is not asked; otherwise it is, once', async () => {
    await folded();
    const asked = jest.spyOn(side.log, 'next');
    await ordinalAt('2025-03-02T00:00:00.000Z');
    expect(asked).not.toHaveBeenCalled();
    await ordinalAt('2025-06-01T00:00:00.000Z');
    expect(asked).toHaveBeenCalledTimes(1);

    // While the index is behind it waits for what it knows to be missing, and asks the log no more.
    await side.record([judgedAt('2025-05-20T10:00:00.000Z')]);
    const waiting = side.views.basis(
      { knownAt: { moment: '2025-06-01T00:00:00.000Z' }, waitMs: 20_000 },
      { programme },
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    await folded();
    const { ordinal } = await waiting;
    expect(ordinal).toBe((await side.views.head())?.ordinal);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(4);
    asked.mockRestore();
  });

  test('given a log that cannot be asked, then what depends on it is not answered, and all else is', async () => {
    await folded();
    const away = jest.spyOn(side.log, 'next').mockRejectedValue(new LogUnavailable('the node is away'));
    await expect(ordinalAt('2025-07-01T00:00:00.000Z')).rejects.toThrow(LogUnavailable);
    expect(await ordinalAt('2025-03-04T00:00:00.000Z')).toBeGreaterThan(0);
    expect((await side.views.basis({}, { programme })).ordinal).toBeGreaterThan(0);
    away.mockRestore();
  });

  test('given further pages of a provisional answer, then these are provisional too', async () => {
    await folded();
    const about = subject('trajectory', trajectory);
    const asOf = known(new Date().toISOString());
    const first = await side.views.story.entries(about, { limit: 1 }, asOf);
    const next = await side.views.story.entries(about, { limit: 1, cursor: first.data.next }, asOf);
    expect([first.basis.provisional, next.basis.provisional]).toEqual([true, true]);
    expect(next.basis.ordinal).toBe(first.basis.ordinal);
  });

  test('given an answer that is final, then nothing is on its way any more that was recorded up to its moment', () => {
    const { command, call, repeat } = patience;
    expect(settling).toBeGreaterThan(2 * (command + repeat.most + 4 * call));
  });
});
