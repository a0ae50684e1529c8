import type { Step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';
import { all, type Province, type Team, teams, titles } from '../provinces.ts';

/** Fictitious. Themes, teams, and homework between the evenings. */
const lateGatherers: readonly Province[] = ['utrecht', 'zeeland'];

const gathered = all.map((who) =>
  brought(lateGatherers.includes(who) ? '2025-01-27' : '2025-01-16', `theme/${who}`, 'themes', {
    trajectory: `{${who}}`,
    title: titles[who],
  }),
);

const names = Object.keys(teams) as readonly Team[];
const bringers: readonly Province[] = names.map((team) => teams[team][0]);

const sorted = all.map((who) =>
  bringers.includes(who)
    ? told('2025-01-30', `theme/${who}`, 'theme-choices')
    : told('2025-01-30', `theme/${who}`, 'theme-parkings', { reason: 'Vier thema’s tegelijk is het meeste.' }),
);

const formed = names.map((team) =>
  brought('2025-02-13', `team/${team}`, 'teams', {
    sort: 'theme-team',
    name: `Themateam ${team}`,
    theme: `{theme/${teams[team][0]}}`,
    open: false,
  }),
);

const joined = names.flatMap((team) =>
  teams[team].map((who, index) => ({
    ...told(
      '2025-02-27',
      `team/${team}`,
      'team-joinings',
      { trajectory: `{${who}}`, role: 'strategy-adviser' },
      `11:0${index}`,
    ),
    name: `joined/${team}/${who}`,
  })),
);

const homework = names.map((team) =>
  brought(
    '2025-04-10',
    `homework/${team}`,
    'assignments-given',
    {
      team: `{team/${team}}`,
      title: 'Spreek drie inwoners over het thema',
      sort: 'homework',
      due: '2025-06-12',
    },
    '20:30',
  ),
);

const doneHomework = [
  ...(['energy', 'rural', 'mobility'] as const).map((team) =>
    told('2025-06-05', `homework/${team}`, 'assignment-submissions', { result: 'Drie gesprekken, met verslag.' }),
  ),
  told('2025-06-12', 'homework/energy', 'assignment-discussions', {
    outcome: 'succeeded',
    result: 'Begin bij het verhaal.',
  }),
  told('2025-06-12', 'homework/rural', 'assignment-discussions', {
    outcome: 'partly',
    result: 'Eén gesprek viel uit.',
  }),
  told('2025-06-12', 'homework/mobility', 'assignment-discussions', {
    outcome: 'did-not-succeed',
    result: 'Wie niet reist, komt niet naar een gesprek over reizen.',
  }),
  told('2025-06-12', 'homework/culture', 'assignment-droppings', {
    reason: 'De gesprekken passen niet bij dit thema.',
  }),
];

const ended = [
  ...bringers.map((who) => told('2025-11-13', `theme/${who}`, 'theme-closings', { result: 'Het voorstel ligt er.' })),
  ...names.map((team) => told('2025-11-13', `team/${team}`, 'team-endings', { result: 'De opdracht is af.' }, '12:00')),
];

export const working: readonly Step[] = [
  ...gathered,
  ...sorted,
  ...formed,
  ...joined,
  ...homework,
  ...doneHomework,
  ...ended,
];
