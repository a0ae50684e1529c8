import { createHash } from 'node:crypto';
import { canonical } from '#log/contract/canonical';
import { inputsOf, type ViewDefinition } from './view-definition.ts';

/** Raised with what every table of rows has in common: then all rows are made again. */
const rowTableVersion = 2;

const known = new WeakMap<object, string>();

/**
 * The hash of a view's fold: what its rows are made by. Views with one hash have the same rows in the same table, so two
 * releases that carry it share them; with another hash they are made beside each other.
 *
 * What a view is derived from is in it: when that is made otherwise, so is what comes from it.
 *
 * The code of the handlers is not in it, only the version that a change of behaviour must raise; the frozen behaviour of
 * all views is tested.
 */
export function foldOf(view: ViewDefinition): string {
  const before = known.get(view);
  if (before) return before;
  const columns = Object.entries(view.columns ?? {}).map(([name, { type, indexed = false }]) => [name, type, indexed]);
  const content = {
    rowTableVersion,
    name: view.name,
    version: view.version,
    subject: view.subject,
    on: Object.keys(view.on).sort(),
    columns: columns.sort(([a], [b]) => (`${a}` < `${b}` ? -1 : 1)),
    ...(view.derived && { derived: view.derived.kind, from: inputsOf(view.derived).map(foldOf) }),
  };
  const hash = createHash('sha256').update(canonical(content)).digest('hex').slice(0, 32);
  known.set(view, hash);
  return hash;
}
