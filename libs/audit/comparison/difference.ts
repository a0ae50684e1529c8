import type { Names } from '../words/speech.ts';

/** One field that is not what it was. Absent is `null`, so that a field that came or went shows as such. */
export interface FieldChange {
  /** `commitments.council.step`; things in a list go by the name or the id that they have, not by their place. */
  readonly field: string;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

type Leaf = FieldChange['from'];

/** Things in lists are called by name where they have one. */
export type Naming = Pick<Names, 'trajectory' | 'meeting'>;

/** By these fields a thing in a list is the same thing at another moment. */
const identities = ['trajectory', 'layer', 'key', 'support', 'question', 'schedule', 'meeting', 'id'] as const;

/** Field by field, in the order of the field names. */
export function difference(before: unknown, after: unknown, names?: Naming): FieldChange[] {
  const was = leaves(before, names);
  const is = leaves(after, names);
  const fields = [...new Set([...was.keys(), ...is.keys()])].sort();
  return fields
    .map((field) => ({ field, from: was.get(field) ?? null, to: is.get(field) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function leaves(value: unknown, names: Naming | undefined): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  collect(value, '', found, names);
  return found;
}

function collect(value: unknown, path: string, into: Map<string, Leaf>, names?: Naming): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    into.set(path, value);
    return;
  }
  const below = path === '' ? '' : `${path}.`;
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index): [string, unknown] => [nameOf(item, names) ?? String(index), item])
    : Object.entries(value);
  for (const [key, item] of parts) collect(item, `${below}${key}`, into, names);
}

function nameOf(item: unknown, names: Naming | undefined): string | undefined {
  if (item === null || typeof item !== 'object') return undefined;
  const field = identities.find((key) => key in item);
  if (!field) return undefined;
  const id = String((item as Readonly<Record<string, unknown>>)[field]);
  if (field === 'trajectory' || field === 'meeting') return names?.[field](id) ?? id;
  return id;
}
