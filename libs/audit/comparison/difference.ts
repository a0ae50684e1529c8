import type { Names } from '../words/speech.ts';

/** One field that is not what it was. Absent is `null`, so that a field that came or went shows as such. */
export interface FieldChange {
  /**
   * `commitments.council.step`; things in a list go by the name or the id that they have, not by their place, and two of
   * one name by both.
   */
  readonly field: string;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

type Leaf = FieldChange['from'];

/** Things in lists are called by name where they have one. */
export type Naming = Pick<Names, 'trajectory' | 'meeting' | 'organisation'>;

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
type Identity = (typeof identities)[number];

/** What is named otherwise than by the field that identifies it. */
const namedBy: Partial<Record<Identity, keyof Naming>> = {
  trajectory: 'trajectory',
  meeting: 'meeting',
  id: 'organisation',
};

/** Field by field, in the order of the field names. */
export function difference(before: unknown, after: unknown, names?: Naming): FieldChange[] {
  return differences(before, after, names).map(({ field, from, to }) => ({ field, from, to }));
}

/** A step on the way to a value: a field, a place in a list, or a thing in it by its id. */
export interface PathPart {
  readonly key: string;
  /** What the thing is called, where it has a name. */
  readonly name?: string;
  /** The ids of other things in the list, before or after, that have the same name. */
  readonly alike?: readonly string[];
}

/** A changed field with its path in parts: a name in it may hold a point. */
export interface PathChange extends FieldChange {
  readonly path: readonly PathPart[];
}

/** The same with the paths. Things in lists are held beside each other by their ids, for names are not of one alone. */
export function differences(before: unknown, after: unknown, names?: Naming): PathChange[] {
  const was = leaves(before, names);
  const is = leaves(after, names);
  const named = withAlike([...was.values(), ...is.values()]);
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  return paths
    .map((key) => ({
      path: named((was.get(key) ?? is.get(key))?.path ?? []),
      from: was.get(key)?.value ?? null,
      to: is.get(key)?.value ?? null,
    }))
    .filter(({ from, to }) => from !== to)
    .map((change) => ({ field: change.path.map(inField).join('.'), ...change }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

function inField({ key, name, alike }: PathPart): string {
  if (name === undefined) return key;
  return alike ? `${name} (${key})` : name;
}

/** Whether this leaf is the id by which its own thing in a list goes. */
export function isIdentity({ path, from, to }: PathChange): boolean {
  const [thing, field] = path.slice(-2);
  return identities.some((key) => key === field?.key) && thing?.key === String(from ?? to);
}

interface Found {
  readonly path: readonly PathPart[];
  readonly value: Leaf;
}

/** By the keys on the way to them. */
function leaves(value: unknown, names: Naming | undefined): Map<string, Found> {
  const found = new Map<string, Found>();
  collect(value, [], found, names);
  return found;
}

function collect(value: unknown, path: readonly PathPart[], into: Map<string, Found>, names?: Naming): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    into.set(keyOf(path), { path, value });
    return;
  }
  const parts: [PathPart, unknown][] = Array.isArray(value)
    ? listed(value, names)
    : Object.entries(value).map(([key, item]) => [{ key }, item]);
  for (const [part, item] of parts) collect(item, [...path, part], into, names);
}

/** What is told twice of one thing keeps both: the second time by its place too. */
function listed(items: readonly unknown[], names: Naming | undefined): [PathPart, unknown][] {
  const known = new Set<string>();
  return items.map((item, index) => {
    const part = thingOf(item, names) ?? { key: String(index) };
    const again = known.has(part.key);
    known.add(part.key);
    return [again ? { ...part, key: `${part.key} ${index + 1}` } : part, item];
  });
}

function thingOf(item: unknown, names: Naming | undefined): PathPart | undefined {
  if (item === null || typeof item !== 'object') return undefined;
  const field = identities.find((each) => each in item);
  if (!field) return undefined;
  const key = String((item as Readonly<Record<string, unknown>>)[field]);
  const kind = namedBy[field];
  const name = kind && names?.[kind](key);
  return { key, ...(name !== undefined && { name }) };
}

const keyOf = (path: readonly PathPart[]) => path.map(({ key }) => key).join('\n');

/** Says of each thing on a path which others in its list have the same name. */
function withAlike(found: readonly Found[]): (path: readonly PathPart[]) => PathPart[] {
  const byName = new Map<string, Set<string>>();
  const nameIn = (path: readonly PathPart[], index: number) => `${keyOf(path.slice(0, index))}\n\n${path[index]?.name}`;
  for (const { path } of found) {
    for (const [index, { key, name }] of path.entries()) {
      if (name === undefined) continue;
      const place = nameIn(path, index);
      byName.set(place, (byName.get(place) ?? new Set()).add(key));
    }
  }
  return (path) =>
    path.map((part, index) => {
      if (part.name === undefined) return part;
      const alike = [...(byName.get(nameIn(path, index)) ?? [])].filter((key) => key !== part.key);
      return alike.length === 0 ? part : { ...part, alike };
    });
}
