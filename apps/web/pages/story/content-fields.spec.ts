import { describe, expect, it } from '@jest/globals';
import { contentOf, type Field } from '../../ui/facts/fields.ts';
import { correctableFields, corrected, valuesFrom } from './content-fields.ts';

describe('the form of a correction', () => {
  it('given a fact with a form of its own, then that form is filled, also with what may be added', () => {
    const own: readonly Field[] = [
      { name: 'layer', kind: 'reference', to: 'layer', required: true },
      { name: 'occurredOn', kind: 'day', required: true },
      { name: 'to', kind: 'day', required: true },
      { name: 'result', kind: 'text' },
    ];
    const content = { layer: 'council', from: '2026-03-01', to: '2026-04-01' };
    const fields = correctableFields(content, own);
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['to', 'day'],
      ['result', 'text'],
      ['from', 'day'],
    ]);
    const values = valuesFrom(fields, content);
    expect(values).toEqual({ to: '2026-04-01', result: '', from: '2026-03-01' });
    expect(corrected(fields, content, contentOf(fields, { ...values, to: '2026-05-01' }))).toEqual({
      ...content,
      to: '2026-05-01',
    });
  });

  it('given a fact without one, then each of its values gets the field that fits, and nothing of it is lost', () => {
    const content = {
      trajectory: 't',
      minutes: 60,
      public: true,
      what: 'Uitleg.',
      dates: ['2026-03-01'],
      report: { reference: 'R-1' },
      tags: [],
    };
    const fields = correctableFields(content);
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['minutes', 'number'],
      ['public', 'tick'],
      ['what', 'text'],
      ['dates', 'list'],
      ['report', 'part'],
    ]);
    expect(corrected(fields, content, contentOf(fields, valuesFrom(fields, content)))).toEqual(content);
  });
});
