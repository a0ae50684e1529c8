import { describe, expect, it } from '@jest/globals';
import { at, because, ids, networkWithPlaces, programme, trajectoryOf } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { GroupCommand } from './commands.ts';
import { group } from './decider.ts';

const [one, two, three] = [1, 2, 3].map(trajectoryOf) as [string, string, string];

const compose: GroupCommand = {
  type: 'compose-group',
  ...at('2025-11-01'),
  group: idNumber(50),
  programme: ids.programme,
  network: ids.network,
  kind: 'learning',
  name: 'Leergroep Noord',
  members: [one, two],
  reason: because,
};
const recompose = (members: string[]): GroupCommand => ({
  type: 'recompose-group',
  ...at('2025-11-02'),
  members,
  reason: because,
});
const freeze: GroupCommand = { type: 'freeze-group', ...at('2025-11-03'), reason: because };

const story = () => new Story(group, { programme, network: networkWithPlaces(one, two) });

describe('a learning group', () => {
  it('is composed of trajectories with a place, and names them', () => {
    const told = story();
    expect(told.when(compose)).toEqual({ recorded: ['composed'], warned: [] });
    expect(told.history[0]?.subjects).toEqual([
      `programme:${ids.programme}`,
      `network:${ids.network}`,
      `group:${idNumber(50)}`,
      `trajectory:${one}`,
      `trajectory:${two}`,
    ]);
  });

  it.each<[string, Partial<Extract<GroupCommand, { type: 'compose-group' }>>]>([
    ['member-without-a-place', { members: [one, three] }],
    ['member-twice', { members: [one, one] }],
    ['network-unknown', { network: idNumber(9) }],
    ['programme-unknown', { programme: idNumber(9) }],
  ])('is refused: %s', (code, wrong) => {
    expect(story().when({ ...compose, ...wrong } as GroupCommand)).toEqual({ refused: code });
  });

  it('is composed once', () => {
    expect(story().given(compose).when(compose)).toEqual({ refused: 'group-already-composed' });
  });

  it('is recomposed; whoever leaves is concerned too', () => {
    const told = story().given(compose);
    expect(told.when(recompose([one]))).toEqual({ recorded: ['recomposed'], warned: [] });
    expect(told.history.at(-1)?.subjects).toContain(`trajectory:${two}`);
    expect(told.when(recompose([one]))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(recompose([three]))).toEqual({ refused: 'member-without-a-place' });
  });

  it('stands once it is frozen', () => {
    const told = story().given(compose);
    expect(told.when(freeze)).toEqual({ recorded: ['frozen'], warned: [] });
    expect(told.when(recompose([one]))).toEqual({ refused: 'group-frozen' });
    expect(told.when(freeze)).toEqual({ refused: 'nothing-changed' });
  });

  it('is asked before anything else', () => {
    expect(story().when(freeze)).toEqual({ refused: 'group-unknown' });
  });
});
