import type { Logger } from 'pino';

/** The longest that stopping may take, in milliseconds; what hangs longer is left behind, which harms nothing. */
const limit = 4_000;

/** Stops once, in order, on SIGTERM, SIGINT and when the parent process is gone; then the process ends. */
export function stopOnSignal(logger: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (cause: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ cause }, 'stopping');
    setTimeout(() => process.exit(1), limit).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  process.on('disconnect', () => begin('the parent is gone'));
}
