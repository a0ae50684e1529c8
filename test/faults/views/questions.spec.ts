import { describe, expect, test } from '@jest/globals';
import { Dice } from '../../support/dice.ts';
import type { Reply } from './client.ts';
import { type AskedClient, Questioner } from './questions.ts';
import { type Given, Recorder } from './recorder.ts';
import { Service } from './service.ts';

const service = new Service({ name: 'server-this-1', kind: 'server', release: 'this', env: {}, logFile: '' });
const server = { service, url: 'http://127.0.0.1:1' };
const acknowledged = { subject: 'item:1', programme: '2', events: ['event-1'], position: 'token' } as const;
const question = '/programmes/2?';
const answer: Reply = { status: 200, body: { basis: { ordinal: 7, validOn: '2026-03-18' }, data: { name: 'Noord' } } };

/** Somebody who asks a product that answers with this, whatever the question is. */
function asking(reply: Reply) {
  const asked: string[] = [];
  const ask: AskedClient['ask'] = (path) => {
    asked.push(path);
    return Promise.resolve(reply);
  };
  const client: AskedClient = { ask, anyServer: () => server, counts: new Map(), faults: [] };
  const recorder = new Recorder();
  return { questioner: new Questioner(client, recorder, new Dice(1)), client, recorder, asked };
}

const nobody: Reply[] = [{ status: 0 }, ...[502, 503, 504].map((status) => ({ status, body: {} }))];
const refusals: Reply[] = [400, 401, 404, 410].map((status) => ({ status, body: {} }));

describe('who waits for an own change', () => {
  test.each(refusals)('given $status, then that is a breach', async (reply) => {
    expect(await asking(reply).questioner.askForOwn(acknowledged)).toContain(`was answered ${reply.status}`);
  });

  test.each(nobody)('given that nobody answers ($status), then it is passed over', async (reply) => {
    expect(await asking(reply).questioner.askForOwn(acknowledged)).toBeUndefined();
  });

  test('given the story with the change, then all is well; without it, that is a breach', async () => {
    const seen = asking({ status: 200, body: { items: ['event-1'] } });
    expect(await seen.questioner.askForOwn(acknowledged)).toBeUndefined();
    expect(seen.asked).toEqual(['/stories/item/1?limit=500&minPosition=token']);
    const lost = asking({ status: 200, body: { items: [] } });
    expect(await lost.questioner.askForOwn(acknowledged)).toContain('lacks event-1');
  });
});

describe('what was answered before', () => {
  /** The first answer, which had ordinal 7. */
  const answeredBefore = (recorder: Recorder): Given => {
    const given = recorder.record(question, answer.status === 200 && answer.body, 'server-this-1');
    if (given === undefined) throw new Error('an answer without a basis');
    return given;
  };

  test.each(refusals)('given $status for the same ordinal, then that is a breach', async (reply) => {
    const { questioner, client, recorder, asked } = asking(reply);
    await questioner.askAgain(answeredBefore(recorder), [server]);
    expect(asked).toEqual(['/programmes/2?&knownAt=ordinal:7&validOn=2026-03-18']);
    expect(client.faults).toEqual([expect.stringContaining(`ordinal:7: answered ${reply.status}, and 200 before`)]);
  });

  test.each([...nobody, answer])('given $status, then it is not', async (reply) => {
    const { questioner, client, recorder } = asking(reply);
    await questioner.askAgain(answeredBefore(recorder), [server]);
    expect([...client.faults, ...recorder.contradictions]).toEqual([]);
  });
});
