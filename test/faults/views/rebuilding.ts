import { Log } from '#log/log';
import { back } from '#views/rebuild/back';
import { RebuildError } from '#views/rebuild/errors';
import { rebuildViews } from '#views/rebuild/rebuild-views';
import { Views } from '#views/views';
import { count } from './client.ts';
import type { Scene } from './scene.ts';

/**
 * Views are made again while they are in use, and sometimes put back. Whatever else goes wrong may end it: it is begun
 * again in a later round, and goes on where it was. What it may not do is find a difference.
 */
export async function rebuilding({ product, load, dice }: Scene): Promise<void> {
  const now = (): string => new Date().toISOString();
  const opened: { close(): Promise<void> }[] = [];
  try {
    const log = await Log.connect(product.engines.node.connectionString, { purpose: 'production', now });
    opened.unshift(log);
    const views = await Views.open({ databaseUrl: product.databaseUrl, log });
    opened.unshift(views);
    const names = dice.isSo(0.5) ? [] : [dice.one(views.registry.views).name];
    const folders = { count: dice.whole(1, 3), inThreads: dice.isSo(0.5) };
    const outcome = await rebuildViews({ views, names, batchSize: dice.whole(5, 200), folders });
    const wrong = outcome.views.filter(({ comparedWith, count: differences }) => comparedWith?.sameFold && differences);
    for (const one of wrong) load.breaches.push(`Made again, a view has other rows: ${JSON.stringify(one)}`);
    count(load.client.counts, 'views made again', outcome.views.length);
    if (dice.isSo(0.4)) await back(views, names);
  } catch (error) {
    const wrong = differs(error);
    if (wrong !== undefined) load.breaches.push(wrong);
    // A part that was killed meanwhile, even while this began, or the other release at the same: nothing was switched.
    const isOwn = error instanceof RebuildError && error.code !== 'busy';
    count(load.client.counts, isOwn ? `rebuild refused (${error.code})` : 'rebuilds that were broken off');
  } finally {
    for (const one of opened) await one.close();
  }
}

/** Whatever is killed, the index is never another than the log: no part may have made it so. */
export function differs(error: unknown): string | undefined {
  if (!(error instanceof RebuildError) || error.code !== 'index-differs') return undefined;
  return `A rebuild was refused: ${error.message}`;
}
