import type { ViewRegistry } from '../engine/registry.ts';
import { inputsOf, type ViewDefinition } from '../engine/view-definition.ts';
import { RebuildError } from './errors.ts';

/**
 * The views of these names, with all that is derived from them, for these change together; every view when no name is
 * given. In the order of the registry: what a view is derived from stands before it.
 *
 * @throws RebuildError for a name that is no view of this release.
 */
export function chosen({ views }: ViewRegistry, names: readonly string[]): ViewDefinition[] {
  if (names.length === 0) return [...views];
  const known = views.map(({ name }) => name);
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) throw RebuildError.unknownView(wrong, known);
  const found = new Set<ViewDefinition>();
  for (const view of views) {
    const derived = view.derived && inputsOf(view.derived).some((input) => found.has(input));
    if (derived || names.includes(view.name)) found.add(view);
  }
  return [...found];
}
