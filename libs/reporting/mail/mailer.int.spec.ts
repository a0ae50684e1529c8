import { afterEach, describe, expect, test } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { startLine } from '#log/testing/line';
import { type MailServer, startMailServer } from '../testing/mail-server.ts';
import { Mailer } from './mailer.ts';
import type { NotSent } from './not-sent.ts';

const letter = { to: 'raad@example.org', subject: 'Raadsbesluit', text: 'Wanneer?', commandId: 'c' };
const no = (responseCode: number) => Object.assign(new Error(`5.0.0 not for raad@example.org`), { responseCode });

const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function started(does: SMTPServerOptions): Promise<MailServer> {
  const server = await startMailServer({}, does);
  servers.push(server);
  return server;
}

/** What becomes of the letter at a server that does this, and what the operator is told of it. */
async function sentTo(does: SMTPServerOptions, account = '') {
  const server = await started(does);
  const told: NotSent[] = [];
  const url = server.url.replace('//', `//${account}`);
  const mailer = new Mailer({ url, from: 'noreply@example.org' }, (why) => told.push(why), {
    handOver: 2_000,
    answer: 2_500,
  });
  const outcome = await mailer.send(letter).then(
    () => 'sent',
    (error: NotSent) => error.why,
  );
  return { outcome, facts: told.map(({ facts }) => facts), server };
}

describe('a mail', () => {
  test('given a server that takes it, then it is sent', async () => {
    const { outcome, facts, server } = await sentTo({});
    expect([outcome, facts]).toEqual(['sent', []]);
    expect(server.received).toHaveLength(1);
  });

  test('given a server that has the text and says nothing, then nobody claims that it was not sent', async () => {
    const { outcome } = await sentTo({
      onData: (stream) => {
        stream.resume();
      },
    });
    expect(outcome).toBe('unknown');
  });

  test('given a line that breaks when the server has the text, then nobody claims that it was not sent', async () => {
    const server = await started({
      onData: (stream) => {
        stream.resume();
        stream.on('end', () => line.cut());
      },
    });
    const line = await startLine(Number(new URL(server.url).port));
    const mailer = new Mailer({ url: `smtp://127.0.0.1:${line.port}`, from: 'noreply@example.org' });
    await expect(mailer.send(letter)).rejects.toMatchObject({ why: 'unknown' });
    line.close();
  });

  test('given a server that says nothing before it is ready for the text, then it was not sent', async () => {
    const { outcome, facts } = await sentTo({ onRcptTo: () => undefined });
    expect(outcome).toBe('away');
    expect(facts).toHaveLength(1);
  });

  test('given no server at all, then it was not sent', async () => {
    const server = await started({});
    await server.stop();
    const mailer = new Mailer({ url: server.url, from: 'noreply@example.org' });
    await expect(mailer.send(letter)).rejects.toMatchObject({ why: 'away', facts: { code: 'ESOCKET' } });
  });

  test.each([
    ['that takes no line from us', 'not-let-in', { onConnect: (_s, done) => done(no(554)) }],
    ['that has no room for our line now', 'away', { onConnect: (_s, done) => done(no(421)) }],
    ['of which the mailbox is full', 'refused-for-now', { onRcptTo: (_a, _s, done) => done(no(452)) }],
    ['that it does not know', 'refused', { onRcptTo: (_a, _s, done) => done(no(550)) }],
    ['for which it refuses this sender', 'not-let-in', { onMailFrom: (_a, _s, done) => done(no(550)) }],
  ] as const satisfies readonly (readonly [string, string, SMTPServerOptions])[])(
    'to an address %s, then that is an answer: %s',
    async (_, why, does) => {
      const { outcome, facts } = await sentTo(does);
      expect(outcome).toBe(why);
      expect(facts).toMatchObject([{ responseCode: expect.any(Number), command: expect.any(String) }]);
      expect(JSON.stringify(facts)).not.toContain('raad@example.org');
    },
  );

  test('given a server that refuses the text, then that is an answer', async () => {
    const { outcome } = await sentTo({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(no(554)));
      },
    });
    expect(outcome).toBe('refused');
  });

  test('given a wrong password, then it is not the address that is wrong', async () => {
    const does: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(no(535)),
    };
    const { outcome, facts } = await sentTo(does, 'samenspel:wrong@');
    expect(outcome).toBe('not-let-in');
    expect(facts).toEqual([{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }]);
  });
});
