import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, ids, openNetwork, programme, register, text } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ImportCommand, ReadApplication } from './commands.ts';
import { importing } from './decider.ts';

/** Cells as files have them: right, wrong, empty. */
const right = fc.record({
  organisation: fc.constantFrom('0106', '0014', ids.assen),
  network: fc.constantFrom('Noord', ids.network),
  appliedOn: fc.constantFrom('2025-09-01', '2025-09-14'),
  contactRole: fc.constantFrom('adviser', 'municipal-secretary'),
});
const anything = fc.record({
  organisation: fc.constantFrom('0106', '9999', '0017', ''),
  network: fc.constantFrom('Noord', 'Zuid', ''),
  appliedOn: fc.constantFrom('2025-09-01', '2025-02-30', '2025-05-31', '2030-01-01', ''),
  contactRole: fc.constantFrom('adviser', 'Two Words', ''),
});
const asked = fc.constantFrom(
  {},
  { category: 'role-of-the-council', question: text('Hoe houdt de raad overzicht?') },
  { category: 'role-of-the-council' },
  { category: 'gardening', question: text('Waar staat de heg?') },
);
const row = fc.tuple(fc.oneof(right, anything), asked).map(([cells, question]) => ({ ...cells, ...question }));
/** Line 1 holds the names of the columns. */
const rows: fc.Arbitrary<ReadApplication[]> = fc
  .array(row, { maxLength: 12 })
  .map((all) => all.map((cells, index) => ({ line: index + 2, category: undefined, question: undefined, ...cells })));

const accept = (all: readonly ReadApplication[]): ImportCommand => ({
  type: 'accept-import',
  ...at('2025-09-15'),
  import: idNumber(60),
  programme: ids.programme,
  kind: 'applications',
  sha256: 'a'.repeat(64),
  rows: all,
});

const story = () => new Story(importing, { programme, register, networks: [openNetwork] });

describe('whatever a file holds', () => {
  it('is taken in whole, or not at all with what is wrong on lines that it has', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const decision = story().decide(accept(all));
        if (decision.outcome === 'accepted') {
          const [event] = decision.events;
          expect(event?.data).toMatchObject({ rows: all.map(({ line }) => expect.objectContaining({ line })) });
          return;
        }
        const { code, details = [] } = decision.refusal;
        if (all.length === 0) expect(code).toBe('import-empty');
        else expect(details.length).toBeGreaterThan(0);
        for (const { line } of details) expect(all.map((each) => each.line)).toContain(line);
        const inOrder = details.map(({ line }) => line ?? 0);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('has no line wrong that is right on its own, but for an organisation that stands there twice', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const decision = story().decide(accept(all));
        const wrong = decision.outcome === 'refused' ? (decision.refusal.details ?? []) : [];
        for (const each of all) {
          const alone = story().decide(accept([each]));
          const ofLine = wrong.filter(({ line, code }) => line === each.line && code !== 'duplicate-line');
          expect(ofLine).toEqual(alone.outcome === 'refused' ? alone.refusal.details : []);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is completed once, with no more rows than it had', () => {
    const counts = fc.record({ recorded: fc.nat(4), known: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (tries) => {
        const good = ['0106', '0014'].map(
          (organisation, index): ReadApplication => ({
            line: index + 2,
            organisation,
            network: 'Noord',
            appliedOn: '2025-09-01',
            contactRole: 'adviser',
            category: undefined,
            question: undefined,
          }),
        );
        const told = story().given(accept(good));
        const outcomes = tries.map(({ recorded, known }) =>
          told.when({ type: 'complete-import', ...at('2025-09-16'), import: idNumber(60), recorded, known }),
        );
        const fits = tries.findIndex(({ recorded, known }) => recorded + known <= good.length);
        expect(outcomes.findIndex((one) => 'recorded' in one)).toBe(fits);
        expect(outcomes.filter((one) => 'recorded' in one)).toHaveLength(fits === -1 ? 0 : 1);
      }),
      { numRuns: 100 },
    );
  });
});
