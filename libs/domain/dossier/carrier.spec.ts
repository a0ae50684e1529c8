import { describe, expect, it } from '@jest/globals';
import { carrierOf } from './carrier.ts';

const fact = (name: string, data: Readonly<Record<string, unknown>>) => ({
  on: '2025-10-14',
  fact: name,
  data,
  hasText: false,
});

const assen = { role: 'policy-officer', organisation: 'assen' };

describe('who has an item in hand', () => {
  it('is who its beginning names', () => {
    expect(carrierOf({ begun: assen, facts: [fact('agreed', assen)] })).toEqual(assen);
    expect(carrierOf({ begun: { role: 'lead' }, facts: [] })).toEqual({ role: 'lead', organisation: undefined });
  });

  it.each(['handed-over', 'transferred', 'replaced'])(
    'is who it was %s to, within the same organisation unless another is named',
    (name) => {
      const within = fact(name, { role: 'secretary' });
      expect(carrierOf({ begun: assen, facts: [within] })).toEqual({ role: 'secretary', organisation: 'assen' });
      const elsewhere = fact(name, { role: 'adviser', organisation: 'emmen' });
      expect(carrierOf({ begun: assen, facts: [elsewhere, within] })).toEqual({
        role: 'secretary',
        organisation: 'emmen',
      });
    },
  );

  it('does not follow what names somebody for another reason', () => {
    expect(carrierOf({ begun: assen, facts: [fact('joined', { role: 'guest', organisation: 'emmen' })] })).toEqual(
      assen,
    );
  });

  it('is nobody until somebody is named, in the beginning or later', () => {
    const begun = { title: 'Samen plannen' };
    expect(carrierOf({ begun, facts: [] })).toBeUndefined();
    expect(carrierOf({ begun: undefined, facts: [fact('transferred', {})] })).toBeUndefined();
    expect(carrierOf({ begun, facts: [fact('transferred', assen)] })).toEqual(assen);
    expect(carrierOf({ begun: undefined, facts: [fact('transferred', { role: 'lead' })] })).toEqual({
      role: 'lead',
      organisation: undefined,
    });
  });
});
