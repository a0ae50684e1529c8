import { z } from 'zod';
import { protectedText } from '../kernel/text.ts';

/** An id that is the same for the same field. */
export function exampleId(field: string): string {
  const number = [...field].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7);
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** From the most particular on, so that the first that fits is what was meant: a name takes any of these. */
function texts(field: string): readonly string[] {
  return ['Een naam', 'voorbeeld', '2025-10-14', 'c'.repeat(64), `pledge:${exampleId(field)}`, exampleId(field)];
}

/**
 * Data that fits a schema, every optional field filled, always the same: for tests, and for the frozen samples.
 * Protected text is what `text` makes of the path of the field.
 *
 * @throws Error for a kind of schema that no event has yet.
 */
export function exampleOf(
  schema: unknown,
  text: (path: string) => unknown = () => ({ $text: 'Een tekst' }),
  path = '',
): unknown {
  if (schema === protectedText) return text(path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return exampleOf(schema.unwrap(), text, path);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([field, of]) => [field, exampleOf(of, text, `${path}/${field}`)]);
    return Object.fromEntries(fields);
  }
  if (schema instanceof z.ZodArray) return [exampleOf(schema.element, text, `${path}/0`)];
  if (schema instanceof z.ZodUnion) return exampleOf(schema.options[0], text, path);
  if (schema instanceof z.ZodType) {
    const field = path.split('/').findLast((part) => part !== '' && part !== '0') ?? '';
    const found = [...texts(field), true, 1, 5, 10].find((value) => schema.safeParse(value).success);
    if (found !== undefined) return found;
    if (schema instanceof z.ZodEnum) return schema.options[0];
    if (schema instanceof z.ZodLiteral) return schema.value;
  }
  throw new Error(`No example for ${path}`);
}
