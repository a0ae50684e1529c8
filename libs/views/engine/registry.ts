import { createHash } from 'node:crypto';
import { foldOf } from './fold-hash.ts';
import { inputsOf, type ViewDefinition } from './view-definition.ts';

/** The views of this release, checked. */
export interface ViewRegistry {
  readonly views: readonly ViewDefinition[];
  /** Names the folds of all views together; two answers with the same ordinal and the same folds are the same. */
  readonly folds: string;
  /** The view that is made by the fold with that hash; undefined when this release does not carry it. */
  readonly byFold: ReadonlyMap<string, ViewDefinition>;
}

const ownColumns = ['key', 'programme', 'shard', 'from_ordinal', 'until_ordinal', 'row'];

/**
 * Puts the views together.
 *
 * @throws Error when two views have one name, a name cannot name a table or a column, a view folds nothing, or what
 * it is derived from does not stand before it.
 */
export function createRegistry(views: readonly ViewDefinition[]): ViewRegistry {
  const names = new Set<string>();
  for (const [at, view] of views.entries()) {
    if (!/^[a-z][a-z-]{0,40}$/.test(view.name)) throw new Error(`${view.name} is no name for a view`);
    if (names.has(view.name)) throw new Error(`There are two views of the name ${view.name}`);
    assertFolds(view, views.slice(0, at));
    for (const column of Object.keys(view.columns ?? {})) {
      const fits = /^[a-z][a-z0-9_]{0,40}$/.test(column) && !ownColumns.includes(column);
      if (!fits) throw new Error(`${column} is no name for a column of the view ${view.name}`);
    }
    names.add(view.name);
  }
  const byFold = new Map(views.map((view) => [foldOf(view), view]));
  const folds = createHash('sha256').update([...byFold.keys()].sort().join(' '));
  return { views, folds: folds.digest('hex').slice(0, 16), byFold };
}

function assertFolds(view: ViewDefinition, before: readonly ViewDefinition[]): void {
  if (!view.derived) {
    if (Object.keys(view.on).length === 0) throw new Error(`The view ${view.name} has no fold`);
    return;
  }
  const missing = inputsOf(view.derived).find((input) => !before.includes(input));
  if (missing) throw new Error(`The view ${view.name} is derived from ${missing.name}, which must stand before it`);
}
