import type { Step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';

/** Fictitious. Managers and staff in one group: who is in it, what it wants, and what it agrees to do. */
const gelderland = '25';
const own = { trajectory: '{own}' } as const;

/** Two who lead and two who do not, of whom one goes with the permits team and another comes. */
const joined = (['department-head', 'team-leader', 'policy-officer', 'permit-officer'] as const).map((role, index) => ({
  ...told('2025-03-20', 'team', 'team-joinings', { role, organisation: gelderland }, `11:0${index}`),
  name: `joined/${role}`,
}));

export const projectGroup: readonly Step[] = [
  ...joined,
  told('2025-03-27', 'team', 'team-goals', { goal: 'Een werkwijze die het cluster zelf gebruikt', due: '2025-11-27' }),
  told('2025-09-01', 'team', 'team-leavings', { role: 'permit-officer', organisation: gelderland }),
  told('2025-09-04', 'team', 'team-joinings', { role: 'field-adviser', organisation: gelderland }),
  told('2025-10-09', 'team', 'team-ambassadors', { role: 'policy-officer', organisation: gelderland }, '11:30'),
  told('2025-11-20', 'team', 'team-goals-reached', { goal: 'Een werkwijze die het cluster zelf gebruikt' }, '11:30'),
  told('2025-12-11', 'team', 'team-endings', { result: 'De werkwijze is van het cluster.' }),
  brought('2025-06-05', 'note/reading', 'notes', { ...own, text: 'Wie leest mee met de brieven?' }, '16:40'),
  brought('2025-06-06', 'action/reading', 'actions-agreed', {
    ...own,
    meeting: '{session}',
    role: 'department-head',
    due: '2025-06-20',
    what: 'Drie inwoners vragen om mee te lezen.',
  }),
  told('2025-06-06', 'note/reading', 'note-turnings', { into: 'action', subject: 'item:{action/reading}' }),
  told('2025-06-19', 'action/reading', 'action-completions', { result: 'Gevraagd; niemand had tijd.' }),
  brought(
    '2025-06-05',
    'evaluation/session',
    'evaluations',
    { ...own, meeting: '{session}', answers: 21, scores: [{ key: 'useful-at-work', tenths: 74 }] },
    '17:00',
  ),
];
