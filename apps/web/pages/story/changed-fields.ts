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

function leavesOf({ occurredOn, data }: StoryLine): ReadonlyMap<string, string> {
  return new Map([...below('occurredOn', occurredOn?.value), ...Object.entries(data ?? {}).flatMap(entryBelow)]);
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
