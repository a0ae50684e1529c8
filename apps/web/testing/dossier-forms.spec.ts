import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import type { FactSchema } from '../data/answers/dossier.ts';
import type { Field } from '../ui/facts/fields.ts';
import { fieldsOf } from '../ui/facts/schema-fields.ts';

const read = (place: string) => JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
const messages: Readonly<Record<string, string>> = read('../messages/nl.json');
const { paths } = read('../../../docs/openapi.json');

/** The forms of the dossier as the pages make them, by the type of the fact. */
const forms = [...itemFactTypes].map(([type, { effect, path }]) => {
  const at = effect === 'begins' ? `/v1/programmes/{id}/${path}` : `/v1/dossier-items/{id}/${path}`;
  const body: FactSchema = paths[at].post.requestBody.content['application/json'].schema;
  return [type, fieldsOf(body, type.split('.')[0])] as const;
});

function withInner(field: Field): readonly Field[] {
  if (field.kind === 'part') return [field, ...field.fields.flatMap(withInner)];
  return field.kind === 'list' ? withInner(field.of) : [field];
}

const labelOf = ({ name, label }: Field) => messages[label ?? `fact.${name}`];

describe('the forms of the dossier', () => {
  it.each(forms)('%s has a label in words for each field, and none of them twice', (_, fields) => {
    const labels = fields.map(labelOf);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of fields.flatMap(withInner).map(labelOf)) {
      expect(label).toEqual(expect.any(String));
      expect(label).not.toMatch(/kenmerk\)|sleutel|centen|tienden/i);
    }
  });

  it.each(forms)('%s has a word for each thing that can be chosen', (_, fields) => {
    for (const { name, ...field } of fields.flatMap(withInner)) {
      const options = 'options' in field ? field.options : [];
      const named = options.map((code) => messages[`code.${name}.${code}`] ?? messages[`code.${code}`]);
      expect(named).toEqual(options.map(() => expect.any(String)));
    }
  });
});
