import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asked, type RunningServer, startServer } from './testing/running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer('example');
}, 60_000);

afterAll(() => server.stop());

const programme = {
  name: 'Noord-Nederland',
  client: '20',
  opensOn: '2025-09-01',
  from: '2025-10-01',
  until: '2026-09-30',
  template: 'regional-network',
};
const network = { name: 'Noord', region: 'Noord', minimum: 8, target: 10, maximum: 12 };

const at = (clock: string, key?: string): Asked => ({
  headers: { 'Samenspel-Clock': clock, ...(key !== undefined && { 'Idempotency-Key': key }) },
});

describe('the simulated clock of an example log', () => {
  let made: string;

  it('given a clock, when a command is recorded, then that is its moment', async () => {
    const answer = await server.post('/v1/programmes', programme, at('2025-09-01T08:00:00Z', 'inrichten'));
    expect(answer.status).toBe(201);
    made = answer.body.id;
    const seen = await server.get(`/v1/programmes/${made}?minPosition=${answer.body.position}`);
    expect(seen.body.basis).toMatchObject({ knownAt: '2025-09-01T08:00:00.000Z', fictitious: true });
    expect(seen.body.basis.validOn).toBe('2025-09-01');
  });

  it('given a clock that was further, when something new comes with an earlier one, then it is refused with that clock', async () => {
    const path = `/v1/programmes/${made}/networks`;
    expect((await server.post(path, network, at('2025-09-02T08:00:00Z', 'netwerk'))).status).toBe(201);
    const late = await server.post(path, { ...network, name: 'Zuid' }, at('2025-09-01T09:00:00Z', 'tweede'));
    expect([late.status, late.body.code]).toEqual([422, 'clock-runs-backwards']);
    expect(late.body.data).toEqual({ clock: '2025-09-02T08:00:00.000Z' });
    const again = await server.post(path, { ...network, name: 'Zuid' }, at(late.body.data.clock, 'tweede'));
    expect(again.status).toBe(201);
  });

  it('given an interrupted run, when it is repeated from the start with its old clocks, then it gets its first answers', async () => {
    const answer = await server.post('/v1/programmes', programme, at('2025-09-01T08:00:00Z', 'inrichten'));
    expect([answer.status, answer.body.id]).toEqual([201, made]);
    expect(answer.headers.get('samenspel-repeated')).toBe('true');
  });

  it('given a course that ended in the past, when something is recorded without a clock, then it is on that day', async () => {
    const path = `/v1/programmes/${made}/networks`;
    const { status, body } = await server.post(path, { ...network, name: 'West' });
    expect(status).toBe(201);
    const seen = await server.get(`/v1/programmes/${made}?minPosition=${body.position}`);
    expect(seen.body.basis).toMatchObject({ validOn: '2025-09-02', fictitious: true });
    const earlier = await server.post(path, { ...network, name: 'Midden' }, at('2025-09-02T08:00:00Z', 'te vroeg'));
    expect([earlier.status, earlier.body.code]).toEqual([422, 'clock-runs-backwards']);
  });

  it('says with its health and with every answer that it is fictitious, from which the pages say so', async () => {
    expect((await server.get('/v1/health')).body.fictitious).toBe(true);
    expect((await server.get('/v1/programmes')).body.basis.fictitious).toBe(true);
  });

  it('given a log node that goes away and comes back, then commands get 503 meanwhile, and are taken again after', async () => {
    await server.stopLog();
    const asked = at('2025-09-03T08:00:00Z', 'tijdens de storing');
    const path = `/v1/programmes/${made}/networks`;
    const during = await server.post(path, { ...network, name: 'Oost' }, asked);
    expect([during.status, during.body.code]).toEqual([503, 'part-unavailable']);
    expect(during.headers.get('retry-after')).toBeTruthy();
    expect((await server.get('/v1/health')).status).toBe(503);
    await server.startLog();
    let after = during;
    for (let tries = 0; after.status === 503 && tries < 10; tries++)
      after = await server.post(path, { ...network, name: 'Oost' }, asked);
    expect(after.status).toBe(201);
    expect((await server.get('/v1/health')).status).toBe(200);
  }, 60_000);
});
