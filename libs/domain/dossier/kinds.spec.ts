import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { protectedText } from '../kernel/text.ts';
import { registry } from '../registry.ts';
import { shortName } from './kind.ts';
import { common } from './kinds/common.ts';
import { itemFactTypes, itemKinds } from './kinds/index.ts';

const all = [...itemFactTypes.values()];

/** The API takes plain strings, and makes protected text of those under these names. */
const textFields = ['reason', 'text', 'summary', 'what', 'result'];

function twice(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

function isText(schema: unknown): boolean {
  if (schema === protectedText) return true;
  return schema instanceof z.ZodOptional && isText(schema.unwrap());
}

describe('the kinds of items of a dossier', () => {
  it('have commands, paths and types of their own', () => {
    expect(twice(all.map(({ command }) => command))).toEqual([]);
    expect(twice(all.map(({ path }) => path))).toEqual([]);
    expect(twice(itemKinds.map(({ kind }) => kind))).toEqual([]);
  });

  it.each(itemKinds.map((kind) => [kind.kind, kind] as const))('%s hangs together', (name, kind) => {
    const facts = Object.entries<(typeof all)[number] | { effect: string; after?: readonly string[] }>(kind.facts);
    expect(facts.every(([type]) => type.startsWith(`${name}.`) && /\.v\d+$/.test(type))).toBe(true);
    if (name !== 'item') expect(facts.filter(([, { effect }]) => effect === 'begins')).toHaveLength(1);
    const moving = facts.filter(([, { effect }]) => effect !== 'tells').map(([type]) => shortName(type));
    const asked = facts.flatMap(([, { after = [] }]) => after);
    expect(asked.filter((step) => !moving.includes(step))).toEqual([]);
  });

  it('go by names that no other stream has, so that each is corrected and retracted in its own way', () => {
    const others = [...registry.keys()].filter((type) => !itemFactTypes.has(type)).map((type) => type.split('.')[0]);
    const taken = itemKinds.filter(({ kind }) => kind !== common.kind && others.includes(kind));
    expect(taken.map(({ kind }) => kind)).toEqual([]);
  });

  it('call a fact as one that can be told of any kind only when it does the same to the item', () => {
    const ofAny = new Map(all.filter(({ kind }) => kind === common).map(({ name, effect }) => [name, effect]));
    const alike = all.filter(({ name }) => ofAny.has(name));
    expect(alike.filter(({ name, effect }) => ofAny.get(name) !== effect).map(({ type }) => type)).toEqual([]);
  });

  it('are about what their data names', () => {
    const absent = all.flatMap(({ type, about = [], data }) =>
      about.filter((field) => !Object.hasOwn(data.shape, field)).map((field) => `${type} ${field}`),
    );
    expect(absent).toEqual([]);
  });

  it('say in both languages what happened, and what it is', () => {
    const sentences = [...all.map(({ words }) => words), ...itemKinds.map(({ label }) => label)];
    expect(sentences.filter(({ nl, en }) => nl === '' || en === '' || nl === en).map(({ nl }) => nl)).toEqual([
      'Module',
      'Experiment',
      'Budget',
    ]);
  });

  it('hold free text only under names that tell so', () => {
    const fields = all.flatMap(({ data }) => Object.entries(data.shape));
    const held = fields.filter(([, schema]) => isText(schema)).map(([field]) => field);
    expect(held.filter((field) => !textFields.includes(field))).toEqual([]);
    expect(held.length).toBeGreaterThan(60);
  });
});
