import { indexStoreOf } from '#views/engine/worker';
import { dispatch } from '#views/index/dispatcher';
import type { ReadSide } from './read-side.ts';

/** Brings the index as far as the log goes, and folds nothing. */
export async function indexOnly({
  views,
  log,
  databaseUrl,
}: ReadSide & { readonly databaseUrl: string }): Promise<void> {
  let last = -1n;
  for await (const { position } of log.readAll()) last = position;
  const ending = new AbortController();
  const ignored = () => undefined;
  const options = { ...indexStoreOf(views), url: databaseUrl, log, cache: views.cache, signal: ending.signal };
  const running = dispatch({ ...options, onIndexed: ignored, onTrouble: ignored });
  while ((await views.indexedTo()) !== last) await new Promise((resolve) => setTimeout(resolve, 5));
  ending.abort();
  await running;
}
