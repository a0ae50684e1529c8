import { describe, expect, it } from '@jest/globals';
import { afterMove, columnsOf, emptyDraft, inNoGroup, isChanged, outside, proposed, sharedIn } from './composition.ts';

const made = { group: 'g', network: 'n', name: 'Leergroep 1', members: ['assen', 'emmen'], frozen: false };
const none = { categories: [], tags: [], provinces: [], sizes: [] };
const proposal = {
  size: 6,
  withoutQuestion: [],
  groups: [
    { ...none, members: [{ trajectory: 'assen' }, { trajectory: 'emmen' }] },
    { ...none, members: [{ trajectory: 'zwolle' }, { trajectory: 'hoogeveen' }] },
  ],
};

function question(trajectory: string, category: string, ...tags: string[]) {
  const rest = { categoryLabel: null, event: 'e', since: '2026-01-01', alike: { category: 0 } };
  return { question: `${trajectory}-${category}`, trajectory, category, tags, ...rest };
}

describe('the board of groups', () => {
  it('given a member that goes to a new group, then both groups differ and the others stay', () => {
    const draft = { moves: {}, added: [{ key: 'new', name: 'Leergroep 2', members: ['zwolle'] }] };
    const [one, other] = columnsOf([made], afterMove([made], draft, { trajectory: 'emmen', from: 'g', to: 'new' }));
    expect([one?.members, other?.members]).toEqual([['assen'], ['zwolle', 'emmen']]);
    expect(one && isChanged(one)).toBe(true);
  });

  it('given a member that goes out and comes back, then nothing changed', () => {
    const out = afterMove([made], emptyDraft, { trajectory: 'assen', from: 'g', to: outside });
    expect(inNoGroup(['assen', 'emmen', 'zwolle'], columnsOf([made], out))).toEqual(['assen', 'zwolle']);
    const [back] = columnsOf([made], afterMove([made], out, { trajectory: 'assen', from: outside, to: 'g' }));
    expect(back && isChanged(back)).toBe(false);
  });

  it('given a move, and meanwhile another lead who adds a member, then both are in the group', () => {
    const out = afterMove([made], emptyDraft, { trajectory: 'emmen', from: 'g', to: outside });
    const draft = afterMove([made], out, { trajectory: 'zwolle', from: outside, to: 'g' });
    const [later] = columnsOf([{ ...made, members: ['assen', 'emmen', 'hoogeveen'] }], draft);
    expect(later?.members).toEqual(['assen', 'hoogeveen', 'zwolle']);
  });

  it('given another lead who records the same moves, then nothing is left to record', () => {
    const out = afterMove([made], emptyDraft, { trajectory: 'emmen', from: 'g', to: outside });
    const draft = afterMove([made], out, { trajectory: 'zwolle', from: outside, to: 'g' });
    const recorded = { ...made, members: ['assen', 'zwolle'] };
    const [same] = columnsOf([recorded], draft);
    expect(same?.members).toEqual(['assen', 'zwolle']);
    expect(same && isChanged(same)).toBe(false);
    const [again] = columnsOf(
      [recorded],
      afterMove([recorded], draft, { trajectory: 'zwolle', from: 'g', to: outside }),
    );
    expect(again?.members).toEqual(['assen']);
  });

  it('given a group that stands since, then what was moved in it before is not shown as its members', () => {
    const draft = afterMove([made], emptyDraft, { trajectory: 'emmen', from: 'g', to: outside });
    const [stands] = columnsOf([{ ...made, frozen: true }], draft);
    expect(stands?.members).toEqual(['assen', 'emmen']);
  });

  it('given a group that stands, then its members come into another one only when the lead asks for that', () => {
    const columns = columnsOf([{ ...made, frozen: true }], emptyDraft);
    expect(inNoGroup(['assen', 'zwolle'], columns)).toEqual(['zwolle']);
    expect(inNoGroup(['assen', 'zwolle'], columns, true)).toEqual(['assen', 'zwolle']);
  });

  it('given those who are in no group yet, then the proposal is for them alone', () => {
    expect(proposed(proposal, ['zwolle', 'hoogeveen'], (place) => `Leergroep ${place}`)).toEqual([
      { key: 'proposed-1', name: 'Leergroep 1', members: ['zwolle', 'hoogeveen'] },
    ]);
  });

  it('given questions, then what two or more members have is shared, the most first', () => {
    const questions = [
      question('assen', 'council', 'agenda'),
      question('emmen', 'council', 'agenda', 'time'),
      question('zwolle', 'council', 'time'),
      question('assen', 'residents'),
      question('elsewhere', 'residents'),
    ];
    expect(sharedIn(['assen', 'emmen', 'zwolle'], questions)).toEqual({
      categories: [{ key: 'council', members: ['assen', 'emmen', 'zwolle'] }],
      tags: [
        { key: 'agenda', members: ['assen', 'emmen'] },
        { key: 'time', members: ['emmen', 'zwolle'] },
      ],
    });
  });
});
