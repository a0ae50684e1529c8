import * as checks from '../fields/checks.ts';
import { type FieldError, fieldError } from '../http/problem.ts';
import type { FieldShape } from './field-shape.ts';

const yesOrNo: checks.Check = (value) => (typeof value === 'boolean' ? undefined : { code: 'not-yes-or-no' });

/** Everything that is wrong with a value, each with its dotted path (`needs.0.priority`). */
export function faultsOf(shape: FieldShape, value: unknown, path: string): FieldError[] {
  const fault = checkOf(shape)(value);
  if (fault) return [fieldError(path, fault.code, fault.params)];
  if (shape.type === 'array' && Array.isArray(value)) {
    const { items } = shape;
    return items ? value.flatMap((entry, index) => faultsOf(items, entry, `${path}.${index}`)) : [];
  }
  return shape.type === 'object' ? faultsIn(shape, value, `${path}.`) : [];
}

/** Of an object: its fields, those that are missing, and those that nobody asked for. */
export function faultsIn({ properties = {}, required = [] }: FieldShape, value: unknown, prefix: string): FieldError[] {
  const given = typeof value === 'object' && value !== null ? value : {};
  const unknown = Object.keys(given).filter((field) => !Object.hasOwn(properties, field));
  const values = new Map<string, unknown>(Object.entries(given));
  return [
    ...unknown.map((field) => fieldError(`${prefix}${field}`, 'unknown-field')),
    ...Object.entries(properties).flatMap(([field, shape]) => {
      const there = values.get(field);
      if (there !== undefined) return faultsOf(shape, there, `${prefix}${field}`);
      return required.includes(field) ? [fieldError(`${prefix}${field}`, 'required')] : [];
    }),
  ];
}

function checkOf(shape: FieldShape): checks.Check {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER, minItems = 0, maxItems = 500 } = shape;
  switch (shape.type) {
    case 'integer':
      return checks.whole(minimum, maximum);
    case 'boolean':
      return yesOrNo;
    case 'array':
      return checks.list(minItems, maxItems);
    case 'object':
      return checks.object;
    case 'string':
      return textCheck(shape);
  }
}

function textCheck({ format, pattern, enum: choices, maxLength = 200 }: FieldShape): checks.Check {
  if (choices) return checks.oneOf(choices);
  switch (format) {
    case 'uuid':
      return checks.id;
    case 'organisation':
      return checks.organisation;
    case 'date':
      return checks.day;
    default:
      break;
  }
  if (pattern === undefined) return checks.text(maxLength);
  if (pattern.includes('0-9a-f')) return checks.digest;
  return pattern.includes(':') ? checks.subject : checks.key;
}
