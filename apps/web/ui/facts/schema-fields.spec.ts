import { describe, expect, it } from '@jest/globals';
import { fieldsOf } from './schema-fields.ts';

describe('a form from the schema of a fact', () => {
  it('asks what must be told first, then when, then what may be told, then what it belongs to', () => {
    const fields = fieldsOf({
      properties: {
        occurredOn: { type: 'string' },
        trajectory: { type: 'string', format: 'uuid' },
        evidence: { type: 'object', properties: { reference: { type: 'string' } }, required: ['reference'] },
        what: { type: 'string', format: 'protected-text' },
      },
      required: ['occurredOn', 'what'],
    });
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['what', 'text'],
      ['occurredOn', 'day'],
      ['evidence', 'part'],
      ['trajectory', 'reference'],
    ]);
  });

  it('knows every shape that facts have', () => {
    const kindOf = (name: string, property: object) => fieldsOf({ properties: { [name]: property } })[0]?.kind;
    expect(kindOf('due', { type: 'string', format: 'date' })).toBe('day');
    expect(kindOf('people', { type: 'integer' })).toBe('number');
    expect(kindOf('public', { type: 'boolean' })).toBe('tick');
    expect(kindOf('level', { type: 'string', enum: ['public'] })).toBe('choice');
    expect(kindOf('forms', { type: 'array', items: { type: 'string', enum: ['theory'] } })).toBe('several');
    expect(kindOf('dates', { type: 'array', items: { type: 'string', format: 'date' } })).toBe('list');
    expect(kindOf('byRole', { type: 'string' })).toBe('role');
    expect(kindOf('organisation', { type: 'string', format: 'organisation' })).toBe('organisation');
    expect(kindOf('person', { type: 'string', format: 'uuid' })).toBe('line');
  });
});
