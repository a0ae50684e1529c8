/**
 * A hook for Node's module loader that makes the next release out of this one: the same code, with the version of one view
 * raised, as a change of its fold would. Only `next-release.ts` registers it.
 */
import type { LoadHook } from 'node:module';
import { RAISED } from './raised-view.ts';

const raised = `/libs/views/${RAISED}/view.js`;
const version = /\bversion: (\d+)/;

export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  if (!url.endsWith(raised)) return loaded;
  const source = loaded.source?.toString() ?? '';
  if (!version.test(source)) throw new Error(`${raised} states no version`);
  return { ...loaded, source: source.replace(version, (_, now: string) => `version: ${Number(now) + 1}`) };
};
