import type { SupportRequest } from '../../data/answers/support.ts';

/** Whom they helped before is how experts are known apart: their names stand nowhere here. */
export function expertsIn(
  requests: readonly SupportRequest[],
): readonly (readonly [expert: string, names: readonly string[]])[] {
  const helped = new Map<string, Set<string>>();
  for (const { expert, organisation } of requests) {
    if (expert === null || organisation === null) continue;
    helped.set(expert, (helped.get(expert) ?? new Set()).add(organisation.name));
  }
  return [...helped].map(([expert, names]) => [expert, [...names].toSorted((a, b) => a.localeCompare(b))]);
}
