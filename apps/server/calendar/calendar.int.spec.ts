import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startServer } from '../testing/running-server.ts';

let server: RunningServer;
let programme: string;
let network: string;

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
  const setUp = { name: 'Noord', client: '20', template: 'regional-network', ...days };
  programme = (await server.post('/v1/programmes', setUp)).body.id;
  const sizes = { name: 'Noord', region: 'Noord', minimum: 1, target: 2, maximum: 2 };
  const opened = await server.post(`/v1/programmes/${programme}/networks`, sizes);
  network = opened.body.id;
  await server.get(`/v1/programmes/${programme}?minPosition=${opened.body.position}`);
}, 60_000);

afterAll(() => server.stop(), 30_000);

/** What a calendar program gets, without a token, once the views have what was recorded last. */
async function asked(address: string, position: string): Promise<string> {
  await server.get(`/v1/programmes/${programme}/meetings?minPosition=${position}`);
  const response = await fetch(`${server.url}${address}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  return response.text();
}

const sequenceIn = (calendar: string) => Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1]);

const linkOf = async () => (await server.get(`/v1/programmes/${programme}/calendar-link`)).body.address as string;

describe('a calendar that follows a programme', () => {
  test('moves the appointment when the meeting is moved, by that one action', async () => {
    const planned = { kind: 'exchange', title: 'Uitwisseling', date: '2026-03-05', status: 'agreed' };
    const meeting = await server.post(`/v1/networks/${network}/meetings`, { ...planned, occurredOn: '2025-10-01' });
    expect([meeting.status, meeting.body.code]).toEqual([201, undefined]);
    const link = await linkOf();
    expect(await asked(link, meeting.body.position)).toContain('DTSTART;VALUE=DATE:20260305');
    const move = {
      to: '2026-03-12',
      status: 'agreed',
      by: 'facilitator',
      reason: 'De zaal.',
      occurredOn: '2025-11-01',
    };
    const moved = await server.post(`/v1/meetings/${meeting.body.id}/moves`, move);
    expect([moved.status, moved.body.code]).toEqual([200, undefined]);
    const after = await asked(link, moved.body.position);
    expect(after).toContain(`UID:${meeting.body.id}@samenspel`);
    expect(after).toContain('DTSTART;VALUE=DATE:20260312');
    expect(after).not.toContain('20260305T');
    expect(after.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const takenBack = await server.post(`/v1/meetings/${meeting.body.id}/retractions`, {
      event: moved.body.events[0].id,
      reason: 'De zaal is er toch.',
    });
    const again = await asked(link, takenBack.body.position);
    expect(again).toContain('DTSTART;VALUE=DATE:20260305');
    expect(sequenceIn(again)).toBeGreaterThan(sequenceIn(after));
  });

  test('keeps a meeting on its planned day when only the month is told in which it was held', async () => {
    const planned = { kind: 'exchange', title: 'Uitwisseling', date: '2026-06-18', status: 'agreed' };
    const meeting = await server.post(`/v1/networks/${network}/meetings`, { ...planned, occurredOn: '2026-06-02' });
    const link = await linkOf();
    const inJune = await server.post(`/v1/meetings/${meeting.body.id}/sessions`, { occurredOn: '2026-06' });
    expect([inJune.status, inJune.body.code]).toEqual([200, undefined]);
    expect(await asked(link, inJune.body.position)).toContain('DTSTART;VALUE=DATE:20260618');
  });

  test('is opened by its link alone, which opens nothing else', async () => {
    const link = await linkOf();
    const inLink = new URL(link, server.url).searchParams.get('link') ?? '';
    const asToken = await fetch(`${server.url}/v1/programmes`, { headers: { Authorization: `Bearer ${inLink}` } });
    expect(asToken.status).toBe(401);
    const token = await server.token('lead');
    for (const [wrong, status, code] of [
      [`?link=${token}`, 401, 'token-invalid'],
      ['?link=nothing', 401, 'token-invalid'],
      ['', 400, 'bad-request'],
    ] as const) {
      const { status: answered, body, headers } = await server.get(`/v1/calendar${wrong}`);
      expect([answered, body.code]).toEqual([status, code]);
      expect(headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="samenspel-calendar"' : null);
    }
  });

  test('is not there for a programme that is not', async () => {
    const { status } = await server.get('/v1/programmes/0197aaaa-0000-7000-8000-000000000099/calendar-link');
    expect(status).toBe(404);
  });
});
