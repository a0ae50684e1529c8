import { itemFactTypes } from '../dossier/kinds/index.ts';
import type { Template, Told } from './template.ts';

/**
 * The first key of a template that is there twice, or that names a line of work, a layer, a type of fact or something
 * that a fact says, which is not there.
 */
export function inconsistency(template: Template): string | undefined {
  const lines = keysOf(template.lines);
  const layers = keysOf(template.layers);
  const doubled =
    twice(lines) ?? twice(layers) ?? twice(keysOf(template.categories)) ?? twice(keysOf(template.milestones));
  if (doubled !== undefined) return doubled;
  for (const { line, reached } of template.milestones) {
    if (!lines.includes(line)) return line;
    const untold = reached.when === 'told' ? neverTold(reached) : undefined;
    if (untold !== undefined) return untold;
    const unknown = reached.when === 'commitments-given' ? reached.layers.find((l) => !layers.includes(l)) : undefined;
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/** A type of fact that is not there, or something that a fact of that type never says. */
function neverTold({ fact, different, within = [], where = {} }: Told): string | undefined {
  const type = itemFactTypes.get(fact);
  if (!type) return fact;
  const asked = [...within, ...Object.keys(where), ...(different === undefined ? [] : [different])];
  return asked.find((field) => field !== 'item' && !(field in type.data.shape));
}

function keysOf(things: readonly { key: string }[]): string[] {
  return things.map(({ key }) => key);
}

function twice(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
}
