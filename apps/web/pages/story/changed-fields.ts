import type { StoryLine } from '../../data/answers/follow.ts';
import { isContent } from './content-fields.ts';

/** One value that a correction changed; empty where it was not there. */
export interface ChangedField {
  /** The names of the fields down to it; an entry of a list goes by its trajectory, else by its number. */
  readonly path: readonly string[];
  readonly was: string;
  readonly became: string;
}

/** What a correction changed of what stood before it, in the order of the fact. */
export function changedFields(before: StoryLine, after: StoryLine): readonly ChangedField[] {
  const [was, became] = [leavesOf(before), leavesOf(after)];
  const names = [...new Set([...was.keys(), ...became.keys()])];
  return names
    .map((name) => ({ path: name.split('\n'), was: was.get(name) ?? '', became: became.get(name) ?? '' }))
    .filter((field) => field.was !== field.became);
}

function leavesOf(line: StoryLine): ReadonlyMap<string, string> {
  const { occurredOn, data } = line;
  const told = new Map([...below('occurredOn', occurredOn?.value), ...Object.entries(data ?? {}).flatMap(entryBelow)]);
  return new Map([...told, ...textsOf(line).filter(([name]) => !told.has(name))]);
}

/** The texts as they can be read: of one that was destroyed they say so, where the content has nothing. */
function textsOf({ texts, reason, corrects, data }: StoryLine): (readonly [string, string])[] {
  // The reason of a correction is none of the fact; its own is among the texts.
  const all = { ...texts, ...(corrects == null && { reason }) };
  return Object.entries(all).flatMap(([path, words]) =>
    words == null ? [] : [[nameAlong(path.split('.'), data), words] as const],
  );
}

/** The name of a text by its path in the content, where the entries of a list stand by their number. */
function nameAlong(path: readonly string[], data: unknown): string {
  const names: string[] = [];
  let at = data;
  for (const part of path) {
    const inside = new Map<string, unknown>(typeof at === 'object' && at !== null ? Object.entries(at) : []);
    names.push(Array.isArray(at) ? keyOf(inside.get(part), Number(part)) : part);
    at = inside.get(part);
  }
  return names.join('\n');
}

const entryBelow = ([name, value]: [string, unknown]) => below(name, value);

/** Every value below a name; names are put together by a line break, which no name has. */
function below(name: string, value: unknown): (readonly [string, string])[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    return entries.flatMap((entry, place) => below(`${name}\n${keyOf(entry, place)}`, entry));
  }
  if (isContent(value)) return Object.entries(value).flatMap(([inner, each]) => below(`${name}\n${inner}`, each));
  return [[name, String(value)]];
}

function keyOf(entry: unknown, place: number): string {
  const trajectory = isContent(entry) ? entry['trajectory'] : undefined;
  return typeof trajectory === 'string' ? trajectory : String(place + 1);
}
