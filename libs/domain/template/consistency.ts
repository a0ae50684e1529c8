import { z } from 'zod';
import { itemFactTypes } from '../dossier/kinds/index.ts';
import type { Template, Told } from './template.ts';

/**
 * The first key of a template that is there twice, that no key may be, or that names a line of work, a layer, a type of fact
 * or something that a fact says, which is not there, or not so many times.
 */
export function inconsistency(template: Template): string | undefined {
  const lines = keysOf(template.lines);
  const layers = keysOf(template.layers);
  const each = [lines, layers, keysOf(template.categories), keysOf(template.milestones)];
  const wrong =
    [template.key, ...each.flat()].find(isOfEveryObject) ?? each.map(twice).find((key) => key !== undefined);
  if (wrong !== undefined) return wrong;
  for (const { line, reached } of template.milestones) {
    if (!lines.includes(line)) return line;
    const untold = reached.when === 'told' ? neverTold(reached) : undefined;
    if (untold !== undefined) return untold;
    const unknown = reached.when === 'commitments-given' ? reached.layers.find((l) => !layers.includes(l)) : undefined;
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/** A type of fact that is not there, or something that facts of that type never say, or not so many of them. */
function neverTold({ fact, count, different = 'item', within = [], where = {} }: Told): string | undefined {
  const type = itemFactTypes.get(fact);
  if (!type) return fact;
  const { shape } = type.data;
  const asked = [...within, ...Object.keys(where), different];
  const unsaid = asked.find((field) => field !== 'item' && !Object.hasOwn(shape, field));
  if (unsaid !== undefined) return unsaid;
  const other = Object.entries(where).find(([field, value]) => !shape[field]?.safeParse(value).success);
  if (other) return String(other[1]);
  return count > mostDifferent({ different, within, where }, shape) ? different : undefined;
}

type Apart = { readonly [Field in 'different' | 'within' | 'where']: NonNullable<Told[Field]> };

/** How many facts can differ in what they are told apart by, where that is known beforehand. */
function mostDifferent({ different, within, where }: Apart, shape: Readonly<Record<string, z.core.$ZodType>>): number {
  if (within.includes(different) || Object.hasOwn(where, different)) return 1;
  const said = shape[different];
  return said instanceof z.ZodEnum ? said.options.length : Number.POSITIVE_INFINITY;
}

/** Whether every object has something of that name (`constructor`): looked up among other keys it is found where it is not. */
function isOfEveryObject(key: string): boolean {
  return key in Object.prototype;
}

function keysOf(things: readonly { key: string }[]): string[] {
  return things.map(({ key }) => key);
}

function twice(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
}
