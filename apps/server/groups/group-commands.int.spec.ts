import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type RunningServer, startServer } from '../testing/running-server.ts';

let server: RunningServer;
let group: string;
let members: string[];
let minPosition: string;

async function recorded(path: string, body: object): Promise<string> {
  const { status, body: answer } = await server.post(path, body);
  expect([path, status < 300, answer.code]).toEqual([path, true, undefined]);
  minPosition = answer.position;
  return answer.id;
}

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
  const whole = { name: 'Noord', client: '20', template: 'theme-teams', ...days };
  const programme = await recorded('/v1/programmes', whole);
  const sizes = { name: 'Noord', region: 'Noord', minimum: 1, target: 3, maximum: 3 };
  const network = await recorded(`/v1/programmes/${programme}/networks`, sizes);
  members = [];
  for (const organisation of ['0114', '0119', '0106']) {
    const applied = { organisation, network, contactRole: 'adviser', occurredOn: '2025-10-01' };
    const trajectory = await recorded(`/v1/programmes/${programme}/applications`, applied);
    await recorded(`/v1/trajectories/${trajectory}/intakes`, { occurredOn: '2025-10-01' });
    await recorded(`/v1/networks/${network}/admissions`, { trajectory });
    members.push(trajectory);
  }
  const composed = { kind: 'learning', name: 'Leergroep 1', members: members.slice(0, 1), reason: 'Dichtbij elkaar.' };
  group = await recorded(`/v1/networks/${network}/groups`, composed);
}, 60_000);

afterAll(() => server.stop(), 30_000);

describe('a group that two leads compose anew', () => {
  it('given both saw the same composition, when both send with If-Match, then one stands and the other is told which', async () => {
    const { headers } = await server.get(`/v1/groups/${group}?minPosition=${minPosition}`);
    const seen = { 'If-Match': headers.get('etag') ?? '' };
    const composed = (others: string[]) =>
      server.post(
        `/v1/groups/${group}/recompositions`,
        { members: others, reason: 'Er komt iemand bij.' },
        { actor: uuidv7(), headers: seen },
      );
    const answers = await Promise.all([composed(members.slice(0, 2)), composed(members.slice(1))]);
    const [won] = answers.filter(({ status }) => status === 200);
    const [lost] = answers.filter(({ status }) => status === 412);
    expect([won?.status, lost?.status]).toEqual([200, 412]);
    expect(lost?.body.code).toBe('changed-in-between');
    expect(lost?.body.between).toMatchObject([{ id: won?.body.events[0].id, type: 'group.recomposed.v1' }]);
  });
});
