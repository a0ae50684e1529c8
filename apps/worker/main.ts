import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { readSettings } from '#log/settings';
import { stopOnSignal } from '#log/stop-on-signal';
import { connectParts } from './parts.ts';
import { reasonOf } from './reason.ts';
import { Upkeep } from './upkeep.ts';
import { workerModule } from './worker.module.ts';

const logger = pino({ name: 'worker' });

/** The worker as a process: connects, folds and reacts, tells its parent that it is ready, and stops when told. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  logger.level = settings.logLevel;
  const parts = await connectParts(settings, logger);
  const app = await NestFactory.createApplicationContext(workerModule(parts, giveUp), { logger: false });
  stopOnSignal(logger, () => app.close());
  const { url } = app.get(Upkeep);
  process.send?.({ type: 'ready', ready: true, url });
  logger.info({ url }, 'consuming');
}

/** Ends the process: whoever supervises it starts it again, and tells people what is wrong. */
function giveUp(error: unknown): void {
  logger.fatal({ err: error }, 'the worker cannot go on');
  process.send?.({ type: 'failed', ...reasonOf(error) });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200);
}

main().catch(giveUp);
