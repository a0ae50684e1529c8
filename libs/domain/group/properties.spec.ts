import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, because, ids, networkWithPlaces, programme, trajectoryOf } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import { sentTwice } from '../testing/twice.ts';
import type { GroupCommand } from './commands.ts';
import { group } from './decider.ts';

const placed = [1, 2, 3].map(trajectoryOf);
const members = fc.array(fc.integer({ min: 1, max: 4 }).map(trajectoryOf), { minLength: 1, maxLength: 4 });
const about = { group: idNumber(50), programme: ids.programme, network: ids.network, kind: 'learning' } as const;

const command: fc.Arbitrary<GroupCommand> = fc.oneof(
  members.map(
    (some): GroupCommand => ({
      type: 'compose-group',
      ...at('2025-11-01'),
      ...about,
      name: 'Leergroep Noord',
      members: some,
      reason: because,
    }),
  ),
  members.map(
    (some): GroupCommand => ({ type: 'recompose-group', ...at('2025-11-02'), members: some, reason: because }),
  ),
  fc.constant<GroupCommand>({ type: 'freeze-group', ...at('2025-11-03'), reason: because }),
);

const story = () => new Story(group, { programme, network: networkWithPlaces(...placed) });

describe('whatever leads decide about a group', () => {
  it('has as members only who has a place, each once, and is not changed once it is frozen', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (all) => {
        const told = story();
        for (const each of all) {
          const before = told.state;
          told.when(each);
          const { state } = told;
          if (state.status === 'unknown') continue;
          expect(new Set(state.members).size).toBe(state.members.length);
          expect(state.members.every((member) => placed.includes(member))).toBe(true);
          if (before.status === 'frozen') expect(state).toEqual(before);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is harmless to send twice', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (all) => {
        sentTwice(story(), all);
      }),
      { numRuns: 100 },
    );
  });
});
