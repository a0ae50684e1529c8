import { type Field, type Value, type Values, valuesOf } from '../../ui/facts/fields.ts';
import { markWords } from '../../ui/facts/mark.ts';

/** What says which fact it is: a correction keeps it, and another one is another fact. */
const identifying = new Set([
  'programme',
  'network',
  'trajectory',
  'organisation',
  'question',
  'support',
  'meeting',
  'group',
  'pledge',
  'item',
  'import',
  'schedule',
  'layer',
]);

/** Names of fields that hold more than a line of text. */
const texts = new Set(['reason', 'text', 'summary', 'request', 'result', 'motivation', 'what']);

type Content = Readonly<Record<string, unknown>>;

/**
 * What can be put right of a fact: the fields of its own form, and whatever else it holds. `own` are the fields of that form,
 * if there is one.
 */
export function correctableFields(content: Content, own: readonly Field[] = []): readonly Field[] {
  const usual = own.filter(({ name }) => name !== 'occurredOn' && !identifying.has(name));
  const known = new Set(usual.map(({ name }) => name));
  const others = Object.entries(content).filter(([name]) => !known.has(name) && !identifying.has(name));
  return [...usual, ...others.flatMap(([name, value]) => fieldFor(name, value))];
}

/** The field that fits a value, where a fact has no form of its own. */
function fieldFor(name: string, value: unknown): Field[] {
  const own = { name, required: true };
  if (typeof value === 'number') return [{ ...own, kind: 'number' }];
  if (typeof value === 'boolean') return [{ ...own, kind: 'tick' }];
  if (Array.isArray(value)) {
    const [of] = value.flatMap((entry: unknown) => fieldFor(name, entry));
    return of === undefined ? [] : [{ ...own, kind: 'list', of }];
  }
  if (isContent(value)) {
    return [{ ...own, kind: 'part', fields: Object.entries(value).flatMap(([inner, each]) => fieldFor(inner, each)) }];
  }
  if (typeof value !== 'string') return [];
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [{ ...own, kind: 'day' }];
  return [{ ...own, kind: texts.has(name) ? 'text' : 'line' }];
}

/** What a form begins with, from the content of a fact. */
export function valuesFrom(fields: readonly Field[], content: Content): Values {
  const told = fields.flatMap((field) => {
    const value = content[field.name];
    return value === undefined || value === null ? [] : [[field.name, valueFrom(field, value)] as const];
  });
  return valuesOf(fields, Object.fromEntries(told));
}

function valueFrom(field: Field, value: unknown): Value {
  switch (field.kind) {
    case 'tick':
      return value === true;
    case 'several':
      return Array.isArray(value) ? value.map(String) : [];
    case 'list':
      return Array.isArray(value) ? value.map((entry: unknown) => valueFrom(field.of, entry)) : [];
    case 'part':
      return isContent(value) ? valuesFrom(field.fields, value) : {};
    case 'mark':
      return typeof value === 'number' ? markWords(value) : String(value);
    default:
      return String(value);
  }
}

/** The fact again, whole: what the form has in the place of what it had, and the rest as it was. */
export function corrected(fields: readonly Field[], content: Content, filled: unknown): Content {
  const shown = new Set(fields.map(({ name }) => name));
  const rest = Object.entries(content).filter(([name]) => !shown.has(name));
  return { ...Object.fromEntries(rest), ...(isContent(filled) && filled) };
}

/** Whether it holds fields by name. */
export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
