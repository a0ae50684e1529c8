import { describe, expect, it } from '@jest/globals';
import { commitmentOf, pledgeOf, standingOf, withStatus } from '../../testing/rows.ts';
import { countsOf, mattersOf } from './attention.ts';
import { weekOf } from './week.ts';

describe('what needs attention', () => {
  it('given late commitments, pledges and statuses, then the most pressing come first, at most five', () => {
    const matters = mattersOf({
      standings: [withStatus('Emmen', 'attention'), withStatus('Veendam', 'behind'), standingOf('Oldambt')],
      commitments: [commitmentOf('Assen', 'council', 3), commitmentOf('Hoogeveen', 'council', 12)],
      pledges: [pledgeOf('Leeuwarden', 4), pledgeOf('Groningen', 9)],
    });
    expect(matters.map(({ about, name }) => `${about} ${name}`)).toEqual([
      'commitment Hoogeveen',
      'commitment Assen',
      'status Veendam',
      'pledge Groningen',
      'pledge Leeuwarden',
    ]);
  });

  it('given a late commitment of who is behind as well, then it is named once', () => {
    const matters = mattersOf({
      standings: [withStatus('Assen', 'behind')],
      commitments: [commitmentOf('Assen', 'council', 3)],
      pledges: [],
    });
    expect(matters.map(({ about }) => about)).toEqual(['commitment']);
  });

  it('counts only who is measured', () => {
    const waiting = standingOf('Coevorden', { progress: { measured: false } });
    expect(countsOf([waiting, standingOf('Emmen'), withStatus('Assen', 'attention')])).toEqual({
      total: 2,
      onSchedule: 1,
      attention: 1,
      behind: 0,
    });
  });
});

describe('this week', () => {
  const meeting = { network: 'n', kind: 'exchange', status: 'agreed', heldOn: null, cancelled: false };

  it('given meetings and agreed days, then today and the six days after it, by day', () => {
    const week = weekOf('2026-03-18', {
      meetings: [
        { ...meeting, meeting: 'm1', title: 'Uitwisseling', date: '2026-03-24' },
        { ...meeting, meeting: 'm2', title: 'Later', date: '2026-03-25' },
        { ...meeting, meeting: 'm3', title: 'Afgelast', date: '2026-03-19', cancelled: true },
      ],
      commitments: [commitmentOf('Assen', 'council', undefined, '2026-03-18')],
      pledges: [pledgeOf('Emmen', undefined, '2026-03-20'), pledgeOf('Veendam', 1, '2026-03-17')],
    });
    expect(week.map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2026-03-18 commitment',
      '2026-03-20 pledge',
      '2026-03-24 meeting',
    ]);
  });
});
