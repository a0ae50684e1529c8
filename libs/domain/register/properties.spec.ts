import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import { sentTwice } from '../testing/twice.ts';
import type { RegisterCommand } from './commands.ts';
import { register } from './decider.ts';
import type { Organisation } from './events.ts';
import { existedOn } from './state.ts';

const days = ['2024-01-01', '2025-01-01', '2025-06-01', '2026-01-01'] as const;
const day = fc.option(fc.constantFrom(...days), { nil: undefined });

const organisation = (numbers: readonly number[], kinds: readonly Organisation['kind'][]): fc.Arbitrary<Organisation> =>
  fc
    .record({
      number: fc.constantFrom(...numbers),
      kind: fc.constantFrom(...kinds),
      name: fc.constantFrom('Noord', 'noord', 'Zuid', 'Veen'),
      cbs: fc.option(fc.constantFrom('0001', '0002'), { nil: undefined }),
      validFrom: day,
      validUntil: day,
      successors: fc.array(fc.constantFrom(...numbers, 1, 2).map(idNumber), { maxLength: 1 }),
    })
    .map(({ number, cbs, validFrom, validUntil, ...rest }) => ({
      id: idNumber(number),
      ...rest,
      ...(cbs !== undefined && { cbs }),
      ...(validFrom !== undefined && { validFrom }),
      ...(validUntil !== undefined && { validUntil }),
    }));

const command: fc.Arbitrary<RegisterCommand> = fc.oneof(
  fc
    .record({
      release: fc.constantFrom(...days),
      organisations: fc.array(organisation([1, 2, 3], ['municipality', 'province']), { minLength: 1, maxLength: 3 }),
    })
    .map(
      (released): RegisterCommand => ({ type: 'release-register', ...at('2026-02-01'), source: 'test', ...released }),
    ),
  organisation([5, 6, 7], ['association', 'supplier']).map(
    (one): RegisterCommand => ({ type: 'add-organisation', ...at('2026-02-01'), ...one }),
  ),
  organisation([1, 5, 6, 7], ['association', 'supplier']).map(
    (one): RegisterCommand => ({ type: 'change-organisation', ...at('2026-02-01'), ...one }),
  ),
);
const commands = fc.array(command, { maxLength: 25 });

describe('whatever is done to the register', () => {
  it('forgets no organisation, and knows every successor', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = new Story(register, undefined);
        for (const each of all) {
          const before = [...told.state.organisations.keys()];
          told.when(each);
          const { organisations } = told.state;
          expect(before.filter((id) => !organisations.has(id))).toEqual([]);
          const successors = [...organisations.values()].flatMap((one) => one.successors);
          expect(successors.filter((id) => !organisations.has(id))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has on any day one added organisation of a kind and name, apart from capitals', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = new Story(register, undefined);
        for (const each of all) told.when(each);
        const { organisations, added } = told.state;
        for (const on of days) {
          const there = [...organisations.values()].filter((one) => added.has(one.id) && existedOn(one, on));
          const names = there.map(({ kind, name }) => `${kind} ${name.toLowerCase()}`);
          expect(new Set(names).size).toBe(names.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is harmless to do twice', () => {
    fc.assert(
      fc.property(commands, (all) => {
        sentTwice(new Story(register, undefined), all);
      }),
      { numRuns: 100 },
    );
  });
});
