import { describe, expect, it } from '@jest/globals';
import { contentOf, type Field, valuesOf } from './fields.ts';

const fields: readonly Field[] = [
  { name: 'occurredOn', kind: 'day', required: true },
  { name: 'status', kind: 'choice', options: ['provisional', 'agreed'], required: true },
  { name: 'reason', kind: 'text' },
  { name: 'people', kind: 'number' },
  { name: 'evidence', kind: 'part', fields: [{ name: 'reference', kind: 'line', required: true }] },
  { name: 'dates', kind: 'list', of: { name: 'dates', kind: 'day' }, required: true },
  { name: 'public', kind: 'tick', required: true },
];

describe('a form that is described by its fields', () => {
  it('begins with the defaults, the first of a required choice and one line of a required list', () => {
    expect(valuesOf(fields, { occurredOn: '2026-05-01' })).toEqual({
      occurredOn: '2026-05-01',
      status: 'provisional',
      reason: '',
      people: '',
      evidence: { reference: '' },
      dates: [''],
      public: false,
    });
  });

  it('given what is left empty, then it is left out, and a required list keeps its lines', () => {
    expect(contentOf(fields, valuesOf(fields))).toEqual({ status: 'provisional', dates: [''], public: false });
  });

  it('given numbers and parts, then they are sent as such, and what is no number as it was typed', () => {
    const filled = { ...valuesOf(fields), people: '12', evidence: { reference: 'R-1' }, dates: ['2026-05-01'] };
    expect(contentOf(fields, filled)).toMatchObject({
      people: 12,
      evidence: { reference: 'R-1' },
      dates: ['2026-05-01'],
    });
    expect(contentOf(fields, { ...filled, people: 'twaalf' })).toMatchObject({ people: 'twaalf' });
  });

  it.each([
    ['25.000', 25_000],
    ['1.250.000', 1_250_000],
    ['25 000', 25_000],
    [' 12 ', 12],
    ['-40', -40],
    ['-1.500', -1_500],
    ['0', 0],
  ])('given %s, then it is the whole number that people mean by it', (typed, number) => {
    expect(contentOf(fields, { people: typed })).toMatchObject({ people: number });
  });

  it.each(['0x10', '1e3', '2.5', '25.00', '0.500', '12 3', '25,000', '1.000.00', '-'])(
    'given %s, then it is sent as it was typed, so that it is refused',
    (typed) => {
      expect(contentOf(fields, { people: typed })).toMatchObject({ people: typed });
    },
  );

  it('given ordinary words and marks, then they are sent as keys and tenths, and what is no mark as it was typed', () => {
    const topic: readonly Field[] = [
      { name: 'key', kind: 'key', required: true },
      { name: 'tenths', kind: 'mark', required: true },
    ];
    expect(contentOf(topic, { key: 'Samen leren', tenths: '7,5' })).toEqual({ key: 'samen-leren', tenths: 75 });
    expect(contentOf(topic, { key: '…', tenths: '7,55' })).toEqual({ tenths: '7,55' });
  });

  it('given a name from which a key is made, then it is made of it once, and stays when the name is put right', () => {
    const labelled: readonly Field[] = [
      { name: 'key', kind: 'key', from: 'label', required: true },
      { name: 'label', kind: 'line', required: true },
    ];
    expect(contentOf(labelled, { key: '', label: 'Durft te vragen' })).toEqual({
      key: 'durft-te-vragen',
      label: 'Durft te vragen',
    });
    expect(contentOf(labelled, { key: 'dares-to-ask', label: 'Durft te vragen' })).toMatchObject({
      key: 'dares-to-ask',
    });
  });
});
