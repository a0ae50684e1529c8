import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../test/support/events.ts';
import { ownActions, ownPolls, sharedWith } from './own-items.ts';

const [assen, emmen, trajectory, other, network, meeting, group] = [
  ...['Assen', 'Emmen', 'deelname Assen', 'deelname Emmen', 'netwerk', 'bijeenkomst', 'groep'],
].map(idOf) as [string, string, string, string, string, string, string];

const whose = { trajectory, organisation: assen, network, meetings: new Set([meeting]), groups: new Set([group]) };
const day = '2025-12-31';

const dates = ['2026-01-20', '2026-01-13'];
const poll = (name: string, within: object) =>
  told('2025-10-01', 'date-poll.opened.v1', name, { title: name, dates, due: '2025-10-15', ...within });
const level = (on: string, name: string, to: string) => told(on, 'item.publication-set.v1', name, { level: to });

describe('the dates that a participant is asked for', () => {
  test.each([
    ['the trajectory itself', { trajectory }, true],
    ['its organisation', { organisation: assen }, true],
    ['its network', { network }, true],
    ['a meeting of its network', { meeting }, true],
    ['a group that it is in', { group }, true],
    ['another trajectory of its network', { trajectory: other, network }, false],
    ['another organisation', { organisation: emmen, network }, false],
    ['another network', { network: idOf('elders') }, false],
    ['another meeting', { meeting: idOf('andere') }, false],
    ['a group that it is not in', { group: idOf('andere groep') }, false],
    ['nobody in particular', {}, false],
  ])('are those that ask %s', (_, within, isAsked) => {
    expect(ownPolls(dossierOf(poll('poll', within)), whose, day)).toHaveLength(isAsked ? 1 : 0);
  });

  test('come with its own last answer, and with the date once it is chosen', () => {
    const answered = (on: string, by: string, possible: string[]) =>
      told(on, 'date-poll.answered.v1', 'poll', { trajectory: by, role: 'contact', possible });
    const events = [
      poll('poll', { network }),
      answered('2025-10-02', trajectory, ['2026-01-13']),
      answered('2025-10-03', trajectory, []),
      answered('2025-10-04', other, ['2026-01-20']),
      told('2025-10-20', 'date-poll.settled.v1', 'poll', { date: '2026-01-20' }),
    ];
    expect(ownPolls(dossierOf(...events), whose, '2025-10-10')).toMatchObject([
      {
        step: 'opened',
        due: '2025-10-15',
        date: null,
        dates: [...dates].sort(),
        answer: { on: '2025-10-03', possible: [] },
      },
    ]);
    expect(ownPolls(dossierOf(...events), whose, day)).toMatchObject([
      { step: 'settled', due: null, date: '2026-01-20' },
    ]);
  });

  test('are not shown where the lead kept them for the programme, from that day on', () => {
    const rows = dossierOf(poll('poll', { network }), level('2025-11-01', 'poll', 'programme'));
    expect(ownPolls(rows, whose, '2025-10-31')).toHaveLength(1);
    expect(ownPolls(rows, whose, '2025-11-01')).toHaveLength(0);
  });
});

describe('the actions that a participant sees', () => {
  const agreed = (name: string, more: object) =>
    told('2025-10-01', 'action.agreed.v1', name, { role: 'contact', due: '2025-10-15', what: sealed('.'), ...more });
  const events = [
    agreed('own', { trajectory, organisation: assen }),
    agreed('of-the-lead', { trajectory, organisation: assen, role: 'lead' }),
    agreed('of-another', { trajectory: other, organisation: assen }),
    agreed('elsewhere', { trajectory, organisation: emmen }),
    agreed('kept', { trajectory, organisation: assen }),
    level('2025-10-02', 'kept', 'programme'),
    agreed('handed-over', { trajectory, organisation: assen }),
    told('2025-10-05', 'action.handed-over.v1', 'handed-over', { role: 'clerk', organisation: emmen }),
  ];
  const around = aroundOn('2025-10-10', ['Assen', 'Emmen']);
  const seenOn = (on: string) => ownActions(dossierOf(...events), whose, { ...around, validOn: on });

  test('are those that its own organisation has in hand', () => {
    const ids = (names: string[]) => names.map(idOf).sort();
    expect(
      seenOn('2025-10-01')
        .map(({ action }) => action)
        .sort(),
    ).toEqual(ids(['own', 'kept', 'handed-over']));
    expect(seenOn('2025-10-10').map(({ action }) => action)).toEqual([idOf('own')]);
  });

  test('come with their term and how late they are', () => {
    expect(seenOn('2025-10-20')).toMatchObject([
      { role: 'contact', due: '2025-10-15', late: { days: 5 }, step: 'agreed' },
    ]);
  });
});

describe('what else of the dossier a participant sees', () => {
  test('is what the lead lets participants or everybody see, of the own trajectory', () => {
    const risk = (name: string, of: string) =>
      told('2025-10-01', 'risk.raised.v1', name, {
        trajectory: of,
        sort: 'risk',
        severity: 'low',
        title: name,
        what: sealed('.'),
      });
    const rows = dossierOf(
      ...['untold', 'shown', 'public', 'taken-back'].map((name) => risk(name, trajectory)),
      risk('of-another', other),
      level('2025-10-02', 'shown', 'participants'),
      level('2025-10-02', 'public', 'public'),
      level('2025-10-02', 'taken-back', 'public'),
      level('2025-10-03', 'taken-back', 'programme'),
      level('2025-10-02', 'of-another', 'public'),
    );
    expect(sharedWith(rows, whose, day).sort()).toEqual(['shown', 'public'].map(idOf).sort());
  });
});
