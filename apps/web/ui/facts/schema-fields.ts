import type { FactSchema } from '../../data/answers/dossier.ts';
import type { Field, Reference } from './fields.ts';

/** What an id is an id of, by the name of its field; an id of anything else is typed. */
const references: Readonly<Record<string, Reference>> = {
  trajectory: 'trajectory',
  trajectories: 'trajectory',
  network: 'network',
  meeting: 'meeting',
  question: 'question',
  sameAs: 'question',
  items: 'item:*',
  rule: 'item:admission-rule',
  theme: 'item:theme',
  proposal: 'item:proposal',
  team: 'item:team',
  module: 'item:module',
  roleProfile: 'item:role-profile',
  partOf: 'item:unit',
  successorProgramme: 'programme',
  predecessorProgramme: 'programme',
};

/** Keys that come from the template of the programme. */
const keys: Readonly<Record<string, Reference>> = { layers: 'layer', line: 'line' };

/** Most of what an item can belong to is seldom filled in, so it comes last. */
const belonging = ['trajectory', 'network', 'meeting', 'group', 'organisation'];

/** The fields of a form, from the JSON Schema of a fact: what must be told first, when it happened, what may be told. */
export function fieldsOf(schema: FactSchema): readonly Field[] {
  const required = new Set(schema.required);
  const rank = (name: string) => {
    if (name === 'occurredOn') return 1;
    if (required.has(name)) return 0;
    return belonging.includes(name) ? 3 : 2;
  };
  return Object.entries(schema.properties ?? {})
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([name, property]) => fieldOf(name, property, required.has(name)));
}

function fieldOf(name: string, schema: FactSchema, required: boolean): Field {
  const own = { name, required };
  if (schema.enum !== undefined) return { ...own, kind: 'choice', options: schema.enum };
  switch (schema.type) {
    case 'object':
      return { ...own, kind: 'part', fields: fieldsOf(schema) };
    case 'array':
      return listOf(own, schema.items ?? {});
    case 'boolean':
      return { ...own, kind: 'tick' };
    case 'integer':
    case 'number':
      return { ...own, kind: 'number' };
    default:
      return textOf(own, schema);
  }
}

function listOf(own: { readonly name: string; readonly required: boolean }, items: FactSchema): Field {
  if (items.enum !== undefined) return { ...own, kind: 'several', options: items.enum };
  return { ...own, kind: 'list', of: fieldOf(own.name, items, true) };
}

function textOf(own: { readonly name: string; readonly required: boolean }, schema: FactSchema): Field {
  const { name } = own;
  if (name === 'occurredOn' || schema.format === 'date') return { ...own, kind: 'day' };
  if (schema.format === 'organisation') return { ...own, kind: 'organisation' };
  if (schema.format === 'protected-text') return { ...own, kind: 'text' };
  const reference = schema.format === 'uuid' ? references[name] : keys[name];
  if (reference !== undefined) return { ...own, kind: 'reference', to: reference };
  return { ...own, kind: name === 'role' || name.endsWith('Role') ? 'role' : 'line' };
}
