import { describe, expect, it } from '@jest/globals';
import type { Pledge, StoryLine } from '../data/answers/follow.ts';
import { pledgeOf } from '../testing/rows.ts';
import { movedFrom, stillShown, whatOf } from './pledges.ts';

const kept = (name: string): Pledge => ({ ...pledgeOf(name), state: { step: 'kept' }, firstDue: '2026-09-17' });

function lineOf(eventId: string, what: string | null, corrects?: string): StoryLine {
  return {
    ordinal: 1,
    eventId,
    type: 'pledge.made.v1',
    stream: 'pledge-p',
    recordedAt: '2026-03-18T10:00:00.000Z',
    words: '',
    texts: { what },
    corrects,
  };
}

describe('the first day of a pledge', () => {
  it('given a pledge that was postponed, then it says from when', () => {
    expect(movedFrom({ ...pledgeOf('Emmen', undefined, '2026-09-04'), firstDue: '2026-06-30' })).toBe('2026-06-30');
  });

  it('given a pledge that stands as it was made, or that is settled, then it was not moved', () => {
    expect(movedFrom(pledgeOf('Emmen', undefined, '2026-09-04'))).toBeUndefined();
    expect(movedFrom(kept('Groningen'))).toBeUndefined();
  });
});

describe('what was pledged', () => {
  const facts = [
    { fact: 'asked', event: 'asking' },
    { fact: 'made', event: 'making' },
    { fact: 'kept', event: 'keeping' },
  ];
  const pledge = { ...pledgeOf('Emmen'), facts };
  const asking = lineOf('asking', 'Een casus inbrengen');
  const making = lineOf('making', 'Twee korte casussen inbrengen');

  it('given a pledge that was asked for first, then it is what was pledged', () => {
    expect(whatOf(pledge, [making, asking])).toBe('Twee korte casussen inbrengen');
    expect(whatOf({ ...pledge, facts: facts.slice(0, 1) }, [making, asking])).toBe('Een casus inbrengen');
  });

  it('given a correction, then it is what was corrected last', () => {
    const corrected = lineOf('correction', 'Een lange casus', 'making');
    expect(whatOf(pledge, [corrected, making, asking])).toBe('Een lange casus');
    const inPlace = [{ fact: 'made', event: 'correction' }];
    expect(whatOf({ ...pledge, facts: inPlace }, [corrected, making])).toBe('Een lange casus');
  });

  it('given words that cannot be read any more, or are not here, then there are none', () => {
    expect(whatOf(pledge, [lineOf('making', null)])).toBeUndefined();
    expect(whatOf(pledge, [])).toBeUndefined();
  });
});

describe('the pledges below a choice', () => {
  it('given a choice, then only what fits it, and what was kept just now', () => {
    const pledges = [pledgeOf('Fryslân'), kept('Drenthe'), kept('Groningen')];
    const shown = stillShown(pledges, 'open', new Set(['p-Groningen'])).map(({ pledge }) => pledge);
    expect(shown).toEqual(['p-Fryslân', 'p-Groningen']);
  });
});
