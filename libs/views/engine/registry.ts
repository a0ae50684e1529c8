import { createHash } from 'node:crypto';
import type { ViewDefinition } from './view-definition.ts';

/** The views of this release, checked. */
export interface ViewRegistry {
  readonly views: readonly ViewDefinition[];
  /** Names the folds and their versions; two answers with the same ordinal and the same folds are the same. */
  readonly folds: string;
}

/**
 * Puts the views together.
 *
 * @throws Error when two views have one name, a name cannot name a table, or a view folds nothing.
 */
export function createRegistry(views: readonly ViewDefinition[]): ViewRegistry {
  const names = new Set<string>();
  for (const view of views) {
    if (!/^[a-z][a-z-]{0,40}$/.test(view.name)) throw new Error(`${view.name} is no name for a view`);
    if (names.has(view.name)) throw new Error(`There are two views of the name ${view.name}`);
    if (Object.keys(view.on).length === 0) throw new Error(`The view ${view.name} has no fold`);
    names.add(view.name);
  }
  const versions = views.map((view) => `${view.name}@${view.version}`).sort();
  return { views, folds: createHash('sha256').update(versions.join(' ')).digest('hex').slice(0, 16) };
}
