import type { FactSchema } from '../../data/answers/dossier.ts';
import type { Field, Reference } from './fields.ts';
import { ownLabels } from './own-labels.ts';

/** What an id is an id of, by the name of its field, or of its kind and field where a kind has its own. */
const references: Readonly<Record<string, Reference>> = {
  trajectory: 'trajectory',
  trajectories: 'trajectory',
  network: 'network',
  meeting: 'meeting',
  group: 'group',
  support: 'support',
  question: 'question',
  sameAs: 'question',
  items: 'item:*',
  'pool-request.items': 'item:pool-member',
  rule: 'item:admission-rule',
  theme: 'item:theme',
  proposal: 'item:proposal',
  team: 'item:team',
  module: 'item:module',
  roleProfile: 'item:role-profile',
  partOf: 'item:unit',
  unit: 'item:unit',
  successorProgramme: 'programme',
  predecessorProgramme: 'programme',
};

/** Keys that come from the template of the programme, and the subject of a reminder. */
const keys: Readonly<Record<string, Reference>> = { layers: 'layer', line: 'line', about: 'reminded' };

/** Somebody, by an id that says nothing. */
const people = ['expert', 'person'];

/** Most of what an item can belong to is seldom filled in, so it comes last. */
const belonging = ['trajectory', 'network', 'meeting', 'group', 'organisation'];

/** A field by its name, of which kind of item it is, and whether it must be told. */
interface Told {
  readonly name: string;
  readonly of: string;
  readonly required: boolean;
}

/**
 * The fields of a form, from the JSON Schema of a fact: what must be told first, when it happened, what may be told. `of` is
 * the kind of item, by which some of them have labels of their own.
 */
export function fieldsOf(schema: FactSchema, of = ''): readonly Field[] {
  const required = new Set(schema.required);
  const rank = (name: string) => {
    if (name === 'occurredOn') return 1;
    if (required.has(name)) return isNarrowing(name, schema) ? -1 : 0;
    return belonging.includes(name) ? 3 : 2;
  };
  const properties = Object.entries(schema.properties ?? {});
  const isLabelled = properties.some(([name]) => name === 'label');
  return properties
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .filter(([name, property]) => required.has(name) || canBeNamed(name, property))
    .map(([name, property]) => {
      const field = fieldOf({ name, of, required: required.has(name) }, property);
      return field.kind === 'key' && name === 'key' && isLabelled ? { ...field, from: 'label' } : field;
    });
}

/** By the trajectory its requests for support are narrowed, so it is asked for before them. */
function isNarrowing(name: string, { properties = {} }: FactSchema): boolean {
  return name === 'trajectory' && properties['support'] !== undefined;
}

/** Whether one can tell it by what one sees on the pages: not an id of which they show nothing, nor a subject in code. */
function canBeNamed(name: string, { format, pattern = '' }: FactSchema): boolean {
  if (format === 'uuid') return references[name] !== undefined;
  return !pattern.includes(':') || keys[name] !== undefined;
}

function fieldOf(told: Told, schema: FactSchema): Field {
  const own = ownOf(told);
  if (schema.enum !== undefined) return { ...own, kind: 'choice', options: schema.enum };
  switch (schema.type) {
    case 'object':
      return { ...own, kind: 'part', fields: fieldsOf(schema, told.of) };
    case 'array':
      return listOf(told, schema.items ?? {});
    case 'boolean':
      return { ...own, kind: 'tick' };
    case 'integer':
    case 'number':
      return { ...own, kind: told.name === 'tenths' ? 'mark' : 'number' };
    default:
      return textOf(told, schema);
  }
}

function ownOf({ name, of, required }: Told) {
  const label = ownLabels[`${of}.${name}`];
  return { name, required, ...(label !== undefined && { label }) };
}

function listOf(told: Told, items: FactSchema): Field {
  if (items.enum !== undefined) return { ...ownOf(told), kind: 'several', options: items.enum };
  return { ...ownOf(told), kind: 'list', of: fieldOf({ ...told, required: true }, items) };
}

function textOf(told: Told, { format, pattern }: FactSchema): Field {
  const { name, of } = told;
  const own = ownOf(told);
  if (name === 'occurredOn' || format === 'date') return { ...own, kind: 'day' };
  if (format === 'organisation') return { ...own, kind: 'organisation' };
  if (format === 'protected-text') return { ...own, kind: 'text' };
  const reference = format === 'uuid' ? (references[`${of}.${name}`] ?? references[name]) : keys[name];
  if (reference !== undefined) return { ...own, kind: 'reference', to: reference };
  if (format === 'uuid' && people.includes(name)) return { ...own, kind: 'person' };
  if (name === 'role' || name.endsWith('Role')) return { ...own, kind: 'role' };
  return { ...own, kind: pattern?.startsWith('^[a-z]') ? 'key' : 'line' };
}
