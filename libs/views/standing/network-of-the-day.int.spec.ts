import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idOf, sealed } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { on, programme, setUp } from '../../../test/support/rows.ts';

const [trajectory = '', first = '', second = ''] = ['trajectory', 'first network', 'second network'].map(idOf);
const about = `trajectory:${trajectory}`;

const applied = (day: string, network: string) => {
  const data = { trajectory, programme, organisation: idOf('Assen'), network, contactRole: 'secretary' };
  return on(day, { type: 'trajectory.applied.v1', data }, about, `network:${network}`);
};

let side: ReadSide;

beforeAll(async () => {
  side = await startReadSide();
}, 120_000);

afterAll(() => side.stop(), 30_000);

test('given an application for a second network, then each day is listed by the network of that day', async () => {
  const minPosition = await side.record([
    setUp,
    applied('2025-09-01', first),
    on('2026-01-10', { type: 'trajectory.withdrawn.v1', data: { reason: sealed('.') } }, about),
    applied('2026-02-01', second),
  ]);
  await side.startFolding();
  const listed = async (network: string, validOn: string) => {
    const asked = { filter: { network } };
    const { data } = await side.views.progress.ofProgramme(programme, asked, { minPosition, validOn, waitMs: 20_000 });
    return data.items.map((item) => [item.trajectory, item.network?.id]);
  };
  expect(await listed(first, '2025-12-01')).toEqual([[trajectory, first]]);
  expect(await listed(second, '2025-12-01')).toEqual([]);
  expect(await listed(first, '2026-02-01')).toEqual([]);
  expect(await listed(second, '2026-02-01')).toEqual([[trajectory, second]]);
}, 60_000);
