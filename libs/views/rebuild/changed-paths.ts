import { isDeepStrictEqual } from 'node:util';

const longest = 60;

/** Where two rows differ: `participation.step: "waiting" → "admitted"`. What is in a list is not taken apart. */
export function changedPaths(before: unknown, after: unknown, path = ''): string[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => changedPaths(before[name], after[name], path === '' ? name : `${path}.${name}`));
  }
  if (isDeepStrictEqual(before, after)) return [];
  return [`${path}: ${short(before)} → ${short(after)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function short(value: unknown): string {
  const text = value === undefined ? '–' : JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
