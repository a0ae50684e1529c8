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
const identities = [
  'trajectory',
  'layer',
  'key',
  'support',
  'question',
  'schedule',
  'meeting',
  'pledge',
  'id',
] as const;

/** Field by field, in the order of the field names. */
export function difference(before: unknown, after: unknown, names?: Naming): FieldChange[] {
  return differences(before, after, names).map(({ field, from, to }) => ({ field, from, to }));
}

/** A changed field with its path in parts: a name in it may hold a point. */
export interface PathChange extends FieldChange {
  readonly path: readonly string[];
}

/** The same with the paths. */
export function differences(before: unknown, after: unknown, names?: Naming): PathChange[] {
  const was = leaves(before, names);
  const is = leaves(after, names);
  const fields = [...new Set([...was.keys(), ...is.keys()])].sort();
  return fields
    .map((field) => ({
      field,
      path: (was.get(field) ?? is.get(field))?.path ?? [],
      from: was.get(field)?.value ?? null,
      to: is.get(field)?.value ?? null,
    }))
    .filter(({ from, to }) => from !== to);
}

/** Whether this leaf is the name or the id by which its own thing in a list goes. */
export function isIdentity({ path, from, to }: PathChange, names?: Naming): boolean {
  const [thing, field] = path.slice(-2);
  const identity = identities.find((key) => key === field);
  return identity !== undefined && thing === nameOf({ [identity]: from ?? to }, names);
}

interface Found {
  readonly path: readonly string[];
  readonly value: Leaf;
}

function leaves(value: unknown, names: Naming | undefined): Map<string, Found> {
  const found = new Map<string, Found>();
  collect(value, [], found, names);
  return found;
}

function collect(value: unknown, path: readonly string[], into: Map<string, Found>, names?: Naming): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    into.set(path.join('.'), { path, value });
    return;
  }
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index): [string, unknown] => [nameOf(item, names) ?? String(index), item])
    : Object.entries(value);
  for (const [key, item] of parts) collect(item, [...path, key], into, names);
}

function nameOf(item: unknown, names: Naming | undefined): string | undefined {
  if (item === null || typeof item !== 'object') return undefined;
  const field = identities.find((key) => key in item);
  if (!field) return undefined;
  const id = String((item as Readonly<Record<string, unknown>>)[field]);
  if (field === 'trajectory' || field === 'meeting') return names?.[field](id) ?? id;
  return id;
}
