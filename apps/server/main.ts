import 'reflect-metadata';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { TokenAuthority } from '#identity/token-authority';
import { LogNotOurs } from '#log/contract/errors';
import { WrappingKeyMissing } from '#log/protection/key-ring';
import { readSettings } from '#log/settings';
import { stopOnSignal } from '#log/stop-on-signal';
import { createApp, trustProxies } from './create-app.ts';
import { Engines } from './engines.ts';
import { connectParts } from './process/connect-parts.ts';

/** What has to be ended, last begun first. */
const ending: (() => Promise<unknown>)[] = [];

/** The server as a process: connects, listens, tells its parent that it is ready, and stops in order when told. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const logger = pino({ name: 'server', level: settings.logLevel });
  stopOnSignal(logger, async () => {
    for (const end of ending.reverse()) await end();
  });
  const tokens = await TokenAuthority.open(settings.data);
  const engines = new Engines();
  const connection = await connectParts(settings, logger);
  ending.push(() => connection.close());
  engines.connect(connection.parts);
  const app = await createApp({ tokens, engines }, logger);
  trustProxies(app, settings.trustedProxies);
  ending.push(() => closeApp(app));
  await app.listen(settings.port, settings.host);
  const url = await app.getUrl();
  logger.info({ url }, 'listening');
  process.send?.({ type: 'ready', ready: true, url });
}

/** Requests under way may finish; one that still waits after this many milliseconds is cut off. */
const lastRequests = 2_000;

async function closeApp(app: NestExpressApplication): Promise<void> {
  const server: Server = app.getHttpServer();
  setTimeout(() => server.closeAllConnections(), lastRequests).unref();
  await app.close();
}

main().catch((error: unknown) => {
  pino({ name: 'server' }).fatal({ err: error }, 'the server cannot start');
  process.send?.({ type: 'failed', ...sayWhy(error) });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});

function sayWhy(error: unknown): { code: string; nl: string; en: string } {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return { code: 'port-in-use', nl: 'De poort is al in gebruik.', en: 'The port is in use already.' };
  if (error instanceof WrappingKeyMissing) return { code: error.code, nl: error.nl, en: error.message };
  if (error instanceof LogNotOurs) return { code: error.code, ...error.sentence };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'server-cannot-start',
    nl: `De server kan niet starten: ${message}`,
    en: `The server cannot start: ${message}`,
  };
}
