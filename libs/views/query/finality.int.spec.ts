import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
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

  test('given an index that is emptied, then what was proven of it before counts no more', async () => {
    await folded();
    const moment = new Date(Date.now() - 2 * settling).toISOString();
    const before = await ordinalAt(moment);
    const head = await side.views.head();
    await side.views.db
      .updateTable('views.head')
      .set({
        ordinal: before - 1,
        position: `${(head?.position ?? 0n) - 1n}`,
        effective_at: '2025-03-03T10:00:00.000Z',
      })
      .execute();
    await expect(ordinalAt(moment)).rejects.toThrow(NotThereYet);
  });
});
