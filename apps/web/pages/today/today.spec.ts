import { describe, expect, it } from '@jest/globals';
import { commitmentOf, measuredOf, pledgeOf, standingOf, withStatus } from '../../testing/rows.ts';
import { concernsOf, countsOf } from './attention.ts';
import { weekOf } from './week.ts';

describe('what needs attention', () => {
  it('given late commitments, pledges and statuses, then everyone is named, the most pressing first', () => {
    const concerns = concernsOf({
      standings: [
        withStatus('Emmen', 'attention'),
        withStatus('Veendam', 'behind'),
        withStatus('Smallingerland', 'attention'),
        standingOf('Oldambt'),
      ],
      commitments: [commitmentOf('Assen', 'council', 3), commitmentOf('Hoogeveen', 'council', 12)],
      pledges: [pledgeOf('Leeuwarden', 4), pledgeOf('Groningen', 9)],
    });
    expect(concerns.map(({ name }) => name)).toEqual([
      'Hoogeveen',
      'Assen',
      'Veendam',
      'Groningen',
      'Leeuwarden',
      'Emmen',
      'Smallingerland',
    ]);
  });

  it('given an organisation with several reasons, then it stands once, in the place of the gravest', () => {
    const concerns = concernsOf({
      standings: [withStatus('Emmen', 'attention'), withStatus('Assen', 'attention'), withStatus('Veendam', 'behind')],
      commitments: [commitmentOf('Veendam', 'council', 3)],
      pledges: [pledgeOf('Assen', 4)],
    });
    expect(concerns.map(({ name, matters }) => [name, ...matters.map(({ about }) => about)])).toEqual([
      ['Veendam', 'commitment', 'status'],
      ['Assen', 'pledge', 'status'],
      ['Emmen', 'status'],
    ]);
  });

  it('given a late commitment that is the reason of the status as well, then it is said once', () => {
    const reasons = [{ code: 'commitment-late', status: 'attention', nl: 'te laat (raad)', en: 'late (council)' }];
    const assen = standingOf('Assen', { progress: measuredOf({ status: 'attention', reasons }) });
    const known = { standings: [assen], commitments: [], pledges: [] };
    expect(concernsOf(known).flatMap(({ matters }) => matters)).toHaveLength(1);
    const withCommitment = concernsOf({ ...known, commitments: [commitmentOf('Assen', 'council', 3)] });
    expect(withCommitment.flatMap(({ matters }) => matters.map(({ about }) => about))).toEqual(['commitment']);
  });

  it('given a pledge that another took over, then it is the concern of whoever keeps it now', () => {
    const pledge = { ...pledgeOf('Fryslân', 4), trajectory: 't-Assen' };
    const concerns = concernsOf({ standings: [withStatus('Assen', 'behind')], commitments: [], pledges: [pledge] });
    expect(concerns.map(({ name }) => name)).toEqual(['Assen', 'Fryslân']);
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
