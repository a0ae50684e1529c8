import type { Told } from '../template/template.ts';
import type { ToldFact } from './inputs.ts';

/** The day on which so many different ones had been told, all within one; undefined when they were not. */
export function toldOn({ count, different = 'item', within = [], where = {} }: Told, facts: readonly ToldFact[]) {
  const asked = Object.entries(where);
  const found = new Map<string, Map<string, string>>();
  for (const fact of facts) {
    const said = new Map(Object.entries(fact));
    if (!asked.every(([field, value]) => said.get(field) === value)) continue;
    const one = within.map((field) => String(said.get(field))).join(' ');
    const days = found.get(one) ?? new Map<string, string>();
    found.set(one, withEarliest(days, String(said.get(different)), fact.on));
  }
  return [...found.values()].flatMap((days) => [...days.values()].sort()[count - 1] ?? []).sort()[0];
}

function withEarliest(days: ReadonlyMap<string, string>, which: string, on: string): Map<string, string> {
  const before = days.get(which);
  return new Map(days).set(which, before !== undefined && before < on ? before : on);
}
