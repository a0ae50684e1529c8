import type { DayByHand, GroupByHand } from '../recorder/by-hand.ts';
import { type Team, teams } from './provinces.ts';

/** The four teams, each with the strategy advisers of three provinces. */
function teamsUntil(endedOn: string | null): Readonly<Record<string, GroupByHand>> {
  return Object.fromEntries(
    (Object.keys(teams) as readonly Team[]).map((team) => [
      `Themateam ${team}`,
      { sort: 'theme-team', members: teams[team].map((who) => `strategy-adviser of ${who}`), endedOn },
    ]),
  );
}

/** By the day that is asked; how each figure was worked out stands in README.md. */
export const themeTeamsDays: Readonly<Record<string, DayByHand>> = {
  '2025-01-29': { steps: { 'theme/gathered': 12, 'theme/chosen': 0, 'theme/parked': 0 } },
  '2025-01-31': { steps: { 'theme/gathered': 0, 'theme/chosen': 4, 'theme/parked': 8 } },
  '2025-02-16': { meetings: { 'evening-1': ['evening', 'planned', '2025-04-03', 'provisional'] } },
  '2025-02-28': {
    meetings: { 'evening-1': ['evening', 'planned', '2025-04-10', 'agreed'] },
    groups: teamsUntil(null),
    sorts: { 'theme-team': [4, 12] },
    alike: {
      'question/groningen': [
        ['Drenthe', true, ['villages']],
        ['Fryslân', true, ['villages']],
      ],
    },
  },
  '2025-05-21': { items: { hours: { step: 'entered', facts: { entered: { minutes: 240 } } } } },
  '2025-05-31': {
    items: {
      hours: { step: 'approved', facts: { entered: { minutes: 240 }, changed: { minutes: 210 } } },
    },
    meetings: {
      'evening-1': ['evening', 'held', '2025-04-10', 'agreed'],
      'team-energy': ['team-meeting', 'held', '2025-05-08', 'agreed'],
    },
  },
  '2025-06-11': { assignments: { given: 4, handedIn: 3, discussed: 0, dropped: 0, open: 4, overdue: 0 } },
  '2025-06-30': {
    assignments: {
      given: 4,
      handedIn: 3,
      discussed: 3,
      succeeded: 1,
      partly: 1,
      didNotSucceed: 1,
      dropped: 1,
      open: 0,
      overdue: 0,
    },
    items: {
      'homework/mobility': {
        step: 'discussed',
        facts: { discussed: { outcome: 'did-not-succeed' } },
        texts: {
          'assignment.discussed.v1': { result: 'Wie niet reist, komt niet naar een gesprek over reizen.' },
        },
      },
      'note/homework': { step: 'turned', facts: { turned: { into: 'action' } } },
      'action/reports': { step: 'done' },
      'evaluation/evening-2': { step: 'held', facts: { held: { answers: 26 } } },
    },
  },
  '2025-11-30': {
    groups: teamsUntil('2025-11-13'),
    sorts: {},
    knowledge: {
      made: 2,
      published: 1,
      withdrawn: 1,
      spreadings: 1,
      people: 340,
      visitsHeld: 1,
      visitsCancelled: 1,
      guests: 8,
    },
    steps: {
      'theme/closed': 4,
      'theme/parked': 8,
      'idea/became-proposal': 3,
      'idea/dropped': 3,
      'proposal/decided-on': 3,
      'contribution/delivered': 2,
      'insight/confirmed': 1,
      'insight/outdated': 1,
      'agenda-point/treated': 1,
      'agenda-point/dropped': 1,
      'lineage/traced': 1,
      'lineage/broken': 1,
      'demand/strengthened': 1,
      'demand/withdrawn': 1,
      'local-change/ended': 1,
    },
    items: {
      'proposal/groningen': { step: 'decided-on', facts: { 'decided-on': { outcome: 'adopted' } } },
      'proposal/drenthe': { step: 'decided-on', facts: { 'decided-on': { outcome: 'adopted-with-changes' } } },
      'proposal/limburg': { step: 'decided-on', facts: { 'decided-on': { outcome: 'noted' } } },
      'follow-up': { step: 'decided', facts: { decided: { outcome: 'continued' } } },
    },
  },
  '2025-12-31': {
    items: {
      'assessment/noordenveld': { step: 'made', facts: { made: { advice: 'reject' } } },
      'assessment/tynaarlo': { step: 'made', facts: { made: { advice: 'refer' } } },
    },
  },
};
