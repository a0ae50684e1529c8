import { itemFactTypes } from '../dossier/kinds/index.ts';
import type { Template } from './template.ts';

/** The first key of a template that is there twice, or that names a line of work, a layer or a type of fact that is not there. */
export function inconsistency(template: Template): string | undefined {
  const lines = keysOf(template.lines);
  const layers = keysOf(template.layers);
  const doubled =
    twice(lines) ?? twice(layers) ?? twice(keysOf(template.categories)) ?? twice(keysOf(template.milestones));
  if (doubled !== undefined) return doubled;
  for (const { line, reached } of template.milestones) {
    if (!lines.includes(line)) return line;
    if (reached.when === 'told' && !itemFactTypes.has(reached.fact)) return reached.fact;
    const unknown = reached.when === 'commitments-given' ? reached.layers.find((l) => !layers.includes(l)) : undefined;
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

function keysOf(things: readonly { key: string }[]): string[] {
  return things.map(({ key }) => key);
}

function twice(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
}
