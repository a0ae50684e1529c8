import fc from 'fast-check';
import { z } from 'zod';
import { addDays } from '../kernel/days.ts';
import { protectedText } from '../kernel/text.ts';

/** What some fields hold, whatever else would fit them. */
export interface Given {
  /** By the name of the field: ids of what is there. */
  readonly named?: Readonly<Record<string, readonly string[]>>;
  /** Protected text, in the clear by default. */
  readonly text?: fc.Arbitrary<unknown>;
}

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-09-01', days));
const clear = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => ({ $text: text }));

/**
 * Any data that fits a schema, with and without its optional fields.
 *
 * @throws Error for a kind of schema that no fact of the dossier has yet.
 */
export function randomOf(schema: unknown, given: Given = {}, field = ''): fc.Arbitrary<unknown> {
  if (schema === protectedText) return given.text ?? clear;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return randomOf(schema.unwrap(), given, field);
  if (schema instanceof z.ZodObject) return randomObject(schema, given);
  if (schema instanceof z.ZodArray) {
    const { minItems: minLength = 0, maxItems = 3 } = z.toJSONSchema(schema);
    const of = randomOf(schema.element, given, field);
    return fc.array(of, { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 3)) });
  }
  const named = given.named?.[field];
  return named ? fc.constantFrom(...named) : randomValue(schema, field);
}

function randomObject({ shape }: z.ZodObject, given: Given): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(shape).map(([field, of]): [string, fc.Arbitrary<unknown>] => [
    field,
    randomOf(of, given, field),
  ]);
  const requiredKeys = Object.entries(shape).flatMap(([field, of]) => (of instanceof z.ZodOptional ? [] : [field]));
  return fc.record(Object.fromEntries(fields), { requiredKeys });
}

function randomValue(schema: unknown, field: string): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.integer(rangeOf(schema));
  if (schema instanceof z.ZodUUID) return fc.uuid();
  if (schema instanceof z.ZodISODate) return day;
  if (schema instanceof z.ZodString) return randomString(schema);
  throw new Error(`Nothing is known to fill ${field} with`);
}

function rangeOf({ minValue, maxValue }: z.ZodNumber): { min: number; max: number } {
  return { min: minValue ?? Number.MIN_SAFE_INTEGER, max: maxValue ?? Number.MAX_SAFE_INTEGER };
}

function randomString(schema: z.ZodString): fc.Arbitrary<string> {
  const { pattern } = z.toJSONSchema(schema);
  const any =
    pattern === undefined
      ? fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => text.trim())
      : fc.stringMatching(new RegExp(pattern), { size: 'xsmall' });
  return any.filter((text) => schema.safeParse(text).success);
}
