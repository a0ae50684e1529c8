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
    expect(kindOf('topics', { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' })).toBe('key');
    expect(kindOf('tenths', { type: 'integer' })).toBe('mark');
  });

  it('given ids, then what can be known by name is chosen, and what cannot is left out unless it must be told', () => {
    const id = { type: 'string', format: 'uuid' };
    const fields = fieldsOf({
      properties: { support: id, expert: id, trajectory: id, group: id, event: id, subject: { pattern: '^[a-z-]+:' } },
      required: ['support', 'expert', 'trajectory'],
    });
    expect(fields).toMatchObject([
      // What narrows the requests comes before them.
      { name: 'trajectory', kind: 'reference', to: 'trajectory' },
      { name: 'support', kind: 'reference', to: 'support' },
      { name: 'expert', kind: 'person' },
      { name: 'group', kind: 'reference', to: 'group' },
    ]);
  });

  it('given a kind of item, then its fields say what they are in that kind', () => {
    const labelIn = (kind: string) => fieldsOf({ properties: { amount: { type: 'integer' } } }, kind)[0]?.label;
    expect(labelIn('budget')).toBe('fact.euros');
    expect(labelIn('contribution')).toBe('fact.hoursOrEuros');
  });

  it('given things with a name and a key, then the key is made of the name', () => {
    const key = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' };
    expect(fieldsOf({ properties: { key, label: { type: 'string' } } })[0]).toMatchObject({
      kind: 'key',
      from: 'label',
    });
    expect(fieldsOf({ properties: { key, tenths: { type: 'integer' } } })[0]).not.toHaveProperty('from');
  });
});
