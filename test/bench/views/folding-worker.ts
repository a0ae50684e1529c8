/**
 * Keeps the views up to date, as the worker of the product does, in a process of its own. Tells when it folds.
 * BENCH_LOG and BENCH_DATABASE say where; with BENCH_REDIS the jobs wait there, without it in the database.
 */
import { Log } from '#log/log';
import { readSideOf } from '../../support/read-side.ts';

const now = (): string => new Date().toISOString();
const log = await Log.connect(process.env['BENCH_LOG'] ?? '', { purpose: 'production', now });
const databaseUrl = process.env['BENCH_DATABASE'] ?? '';
const side = await readSideOf({ databaseUrl, log, redisUrl: process.env['BENCH_REDIS'] });
await side.startFolding();

process.on('message', () => {
  void side.stop().then(() => process.send?.({ troubles: side.troubles.length }, () => process.exit(0)));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
