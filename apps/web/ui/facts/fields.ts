import type { MessageId } from '../message-id.ts';
import { keyOf } from './key-words.ts';
import { tenthsIn } from './mark.ts';
import { organisationIn } from './organisation-words.ts';

/** What an id or key can be chosen from: parts of the programme, or items of its dossier. */
export type Reference =
  | 'layer'
  | 'category'
  | 'line'
  | 'trajectory'
  | 'network'
  | 'meeting'
  | 'question'
  | 'programme'
  | 'expert'
  | 'group'
  | 'support'
  | 'reminded'
  | `item:${string}`;

interface Named {
  /** The name of the field in the API, by which its label and its error are found. */
  readonly name: string;
  readonly required?: boolean;
  /** The label, where the usual one of this name does not do. */
  readonly label?: MessageId;
}

/** The days that a calendar offers; another can be typed, and is warned of when it is odd. */
export interface Within {
  readonly min?: string;
  readonly max?: string;
}

/**
 * One thing to fill in, described by data: a form is a list of these. A `key` is given in ordinary words; where it has a
 * name beside it (`from`), it is made of that and not asked for. A `mark` is in whole and tenths.
 */
export type Field = Named &
  (
    | { readonly kind: 'day'; readonly within?: Within }
    | { readonly kind: 'line' | 'text' | 'number' | 'tick' | 'role' | 'organisation' | 'person' | 'mark' }
    | { readonly kind: 'key'; readonly from?: string }
    | { readonly kind: 'choice' | 'several'; readonly options: readonly string[]; readonly words?: string }
    | { readonly kind: 'reference'; readonly to: Reference; readonly none?: MessageId }
    | { readonly kind: 'part'; readonly fields: readonly Field[] }
    | { readonly kind: 'list'; readonly of: Field }
  );

/** What was filled in so far: texts as they were typed. */
export type Value = string | boolean | readonly Value[] | Values;
export type Values = { readonly [name: string]: Value };

/** What a field begins with: nothing, or the first of a choice that must be made. */
export function beginOf(field: Field): Value {
  switch (field.kind) {
    case 'tick':
      return false;
    case 'several':
      return [];
    case 'list':
      return field.required === true ? [beginOf(field.of)] : [];
    case 'part':
      return valuesOf(field.fields);
    case 'choice':
      return field.required === true ? (field.options[0] ?? '') : '';
    default:
      return '';
  }
}

/** What a form begins with; `given` are its defaults, such as today. */
export function valuesOf(fields: readonly Field[], given: Values = {}): Values {
  return Object.fromEntries(fields.map((field) => [field.name, given[field.name] ?? beginOf(field)]));
}

/** The content of a command: what was left empty is left out, so that the API says what it misses, by field. */
export function contentOf(fields: readonly Field[], values: Values): Record<string, unknown> {
  const told = fields.map((field) => [field.name, contentOfField(field, toldIn(field, values))] as const);
  return Object.fromEntries(told.filter(([, content]) => content !== undefined));
}

/** What was filled in; a key that is made of a name, and that is there already, stays as it is. */
function toldIn(field: Field, values: Values): Value {
  const own = values[field.name] ?? '';
  return field.kind === 'key' && field.from !== undefined && own === '' ? (values[field.from] ?? '') : own;
}

function contentOfField(field: Field, value: Value): unknown {
  switch (field.kind) {
    case 'tick':
      return unlessEmpty(field, value === true);
    case 'several':
      return unlessEmpty(field, Array.isArray(value) ? value : []);
    case 'list':
      return contentOfList(field, value);
    case 'part':
      return unlessEmpty(field, contentOf(field.fields, isValues(value) ? value : {}));
    case 'number':
      return numberIn(value);
    default:
      return typeof value === 'string' && value.trim() !== '' ? contentOfText(field, value) : undefined;
  }
}

function contentOfText({ kind }: Field, text: string): string | number | undefined {
  switch (kind) {
    case 'organisation':
      return organisationIn(text);
    case 'key':
      return keyOf(text) || undefined;
    case 'mark':
      return tenthsIn(text);
    default:
      return text;
  }
}

/** What must be told is told, also when it is no, or nothing. */
function unlessEmpty(field: Field, content: boolean | object): unknown {
  const isEmpty = typeof content === 'boolean' ? !content : Object.keys(content).length === 0;
  return isEmpty && field.required !== true ? undefined : content;
}

/** Each entry keeps its place, also an empty one: the API names what is wrong by its number. */
function contentOfList(field: Field & { readonly kind: 'list' }, value: Value): unknown {
  const entries = Array.isArray(value) ? value : [];
  if (entries.length === 0 && field.required !== true) return undefined;
  return entries.map((entry: Value) => contentOfField(field.of, entry) ?? (field.of.kind === 'part' ? {} : ''));
}

/** A whole number as people write it: thousands can stand apart, `25.000`. */
const wholeNumber = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:[.\s]\d{3})+)$/;

/** What is no whole number is sent as it was typed: the API says what is wrong with it. */
function numberIn(value: Value): unknown {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return wholeNumber.test(value.trim()) ? Number(value.replace(/[.\s]/g, '')) : value;
}

/** Whether it holds values by name. */
export function isValues(value: Value): value is Values {
  return typeof value === 'object' && !Array.isArray(value);
}
