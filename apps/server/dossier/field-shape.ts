import { z } from 'zod';
import type { ItemFactType } from '#domain/dossier/kind';
import { protectedText } from '#domain/kernel/text';

/**
 * A field of a fact as the API takes it, as JSON Schema: free text is a plain string, an organisation is a CBS code or an
 * id. `format` tells them apart.
 */
export interface FieldShape {
  readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldShape;
  readonly properties?: Readonly<Record<string, FieldShape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly description?: string;
}

/** What the product itself fills in: the item from the path or made anew, the programme from the path. */
const filledIn: readonly string[] = ['item', 'programme'];

/** The body of a fact without its moment: what the schema asks, as the API takes it. */
export function shapeOf({ data }: ItemFactType): FieldShape {
  const schema = z.toJSONSchema(data, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const whole: Record<string, unknown> = jsonSchema;
      if (zodSchema === protectedText) {
        for (const key of Object.keys(whole)) delete whole[key];
        Object.assign(whole, { type: 'string', format: 'protected-text', minLength: 1, maxLength: 10_000 });
        whole['description'] = 'Free text; encrypted in the log.';
      } else if (whole['format'] === 'uuid' || whole['format'] === 'date') {
        delete whole['pattern'];
      }
    },
  }) as FieldShape & { $schema?: string };
  const { properties = {}, required = [] } = withOrganisations(schema);
  const asked = Object.entries(properties).filter(([field]) => !filledIn.includes(field));
  return {
    type: 'object',
    properties: Object.fromEntries(asked),
    required: required.filter((field) => !filledIn.includes(field)),
    additionalProperties: false,
  };
}

/** With organisations as people write them, wherever a field is named so. */
function withOrganisations(shape: FieldShape, field = ''): FieldShape {
  const { items, properties } = shape;
  if (shape.format === 'uuid' && (field === 'organisation' || field === 'organisations')) {
    return { ...shape, format: 'organisation', description: 'CBS code or id of an organisation.' };
  }
  if (items) return { ...shape, items: withOrganisations(items, field) };
  if (!properties) return shape;
  const fields = Object.entries(properties).map(([name, of]) => [name, withOrganisations(of, name)]);
  return { ...shape, properties: Object.fromEntries(fields) };
}
