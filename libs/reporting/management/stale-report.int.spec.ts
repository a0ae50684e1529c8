import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
import { registry } from '#views/all-views';
import { createRegistry } from '#views/engine/registry';
import { defineView } from '#views/engine/view-definition';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { asCsv, asJson } from './formats.ts';
import { ManagementReports } from './reports.ts';

const at = '2025-02-01T10:00:00.000Z';

const fragileView = defineView<Record<string, never>>({
  name: 'fragile',
  version: 1,
  subject: 'trajectory',
  on: {
    'trajectory.lead-judged.v1': () => {
      throw new Error('an event that nobody thought of');
    },
  },
});

let side: ReadSide;

beforeAll(async () => {
  side = await startReadSide({ registry: createRegistry([...registry.views, fragileView]) });
  await side.startFolding();
}, 120_000);

afterAll(() => side.stop(), 30_000);

function setUp(name: string): Told {
  const programme = idOf(name);
  const dates = { opensOn: '2025-01-10', from: '2025-03-01', until: '2026-03-01' };
  return {
    id: idOf(`${name} set up`),
    stream: `programme-${programme}`,
    at,
    subjects: [subject('programme', programme)],
    type: 'programme.set-up.v1',
    data: { programme, name, client: idOf('client'), ...dates },
  } as Told;
}

function judged(name: string): Told {
  const trajectory = idOf(`${name} trajectory`);
  return {
    id: idOf(`${name} judged`),
    stream: `trajectory-${trajectory}`,
    at,
    occurredOn: { precision: 'day', value: '2025-02-01' },
    subjects: [subject('programme', idOf(name)), subject('trajectory', trajectory)],
    type: 'trajectory.lead-judged.v1',
    data: { judgement: 'attention', reason: sealed('.') },
  } as Told;
}

async function reportOf(name: string, minPosition: string) {
  const report = await new ManagementReports(side.views).report(idOf(name), { minPosition, waitMs: 20_000 });
  if (!report) throw new Error('The programme is not known');
  return report;
}

describe('the management report', () => {
  test('given a row of its programme that could not be made, then its stamp says so, in every format', async () => {
    const position = await side.record([setUp('North'), setUp('South'), judged('North')]);
    const report = await reportOf('North', position);
    const rows = [{ view: 'fragile', key: idOf('North trajectory'), since: 4 }];
    expect(report.basis.stale).toEqual({ count: 1, firstAt: at, rows });
    expect(asJson(report)).toContain('"stale":{"count":1');
    expect(asCsv(report)).toContain(`let op;;niet bij sinds;${at}\r\n`);
  });

  test('given nothing of its programme that could not be made, then there is no word of it', async () => {
    const report = await reportOf('South', await side.record([setUp('East')]));
    expect(report.basis).not.toHaveProperty('stale');
    expect(asCsv(report)).not.toContain('niet bij');
  });
});
