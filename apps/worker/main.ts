import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { WrappingKeyMissing } from '#log/protection/key-ring';
import { readSettings } from '#log/settings';
import { stopOnSignal } from '#log/stop-on-signal';
import { CannotFollow, type CannotFollowCode } from '#log/supervisor/errors';
import { LogMismatch } from '#views/index/errors';
import { connectParts } from './parts.ts';
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

const cannotFollow: Readonly<Record<CannotFollowCode, string>> = {
  'other-log': 'Er antwoordt een ander logboek dan het logboek dat werd gevolgd. Verbind het goede.',
  'log-is-shorter': 'Het logboek is teruggezet naar een eerdere stand. Verbind het hele logboek.',
  'contract-violation':
    'In het logboek staat een gebeurtenis die niet te lezen is. Wie het logboek beheert, moet ernaar kijken.',
  'unknown-event-type': 'Het logboek is geschreven door een nieuwere versie. Werk Samenspel bij.',
};

function reasonOf(error: unknown): { code: string; nl: string; en: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WrappingKeyMissing) return { code: error.code, nl: error.nl, en: message };
  if (error instanceof LogMismatch) {
    const nl = 'De overzichten horen bij een ander logboek, of het logboek is teruggezet.';
    return { code: error.code, nl, en: message };
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return {
      code: 'port-in-use',
      nl: 'De poort van de verwerker is al in gebruik.',
      en: 'The port of the worker is in use.',
    };
  }
  if (error instanceof CannotFollow) return { code: error.code, nl: cannotFollow[error.code], en: message };
  return {
    code: 'worker-cannot-go-on',
    nl: `De verwerker kan niet verder: ${message}`,
    en: `The worker cannot go on: ${message}`,
  };
}

main().catch(giveUp);
