import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came in: for whom, and all of its lines. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

/** A real SMTP server on this machine, which keeps what it is given. Used by tests only. */
export interface MailServer {
  readonly url: string;
  readonly received: readonly Received[];
  stop(): Promise<void>;
}

/**
 * @param refuses addresses for which this server takes nothing, and what it answers
 * @param more what it does otherwise than a server that takes every mail at once
 */
export async function startMailServer(
  refuses: Readonly<Record<string, number>> = {},
  more: SMTPServerOptions = {},
): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const responseCode = refuses[address];
      done(responseCode === undefined ? null : Object.assign(new Error('Not here'), { responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      const { mailFrom, rcptTo } = envelope;
      text(stream).then(
        (source) => {
          const from = mailFrom === false ? '' : mailFrom.address;
          received.push({ from, to: rcptTo.map(({ address }) => address), source });
          done();
        },
        (error: Error) => done(error),
      );
    },
    ...more,
  });
  // What goes wrong on a line is told to who is at its other end.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const bound = server.server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
