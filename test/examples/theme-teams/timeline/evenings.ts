import { type Step, step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';
import { teams } from '../provinces.ts';

/** Fictitious. What an evening leaves behind: a note that becomes an action, an evaluation, a team that meets by itself. */
const network = { network: '{network}' } as const;

const action = [
  brought(
    '2025-06-12',
    'note/homework',
    'notes',
    { ...network, meeting: '{evening-2}', text: 'Wie bewaart de gespreksverslagen?' },
    '21:20',
  ),
  brought('2025-06-13', 'action/reports', 'actions-agreed', {
    ...network,
    meeting: '{evening-2}',
    role: 'lead',
    due: '2025-06-27',
    what: 'De gespreksverslagen bij elkaar zetten.',
  }),
  told('2025-06-13', 'note/homework', 'note-turnings', { into: 'action', subject: 'item:{action/reports}' }),
  told('2025-06-26', 'action/reports', 'action-completions', { result: 'Zij staan bij de teams.' }),
  brought(
    '2025-06-12',
    'evaluation/evening-2',
    'evaluations',
    { ...network, meeting: '{evening-2}', answers: 26, scores: [{ key: 'worth-the-evening', tenths: 81 }] },
    '21:30',
  ),
];

/** Only the three of the team are expected. */
const ofTheTeam = [
  step(
    '2025-04-14T09:00Z',
    'planned/team-energy',
    '/networks/{network}/meetings',
    {
      kind: 'team-meeting',
      title: 'Themateam energy',
      date: '2025-05-08',
      status: 'agreed',
      occurredOn: '2025-04-14',
    },
    { gives: 'team-energy' },
  ),
  step('2025-05-08T16:00Z', 'held/team-energy', '/meetings/{team-energy}/sessions', { occurredOn: '2025-05-08' }),
  step('2025-05-08T16:10Z', 'attendance/team-energy', '/meetings/{team-energy}/attendance', {
    entries: teams.energy.map((who) => ({ trajectory: `{${who}}`, attendance: 'present' })),
    occurredOn: '2025-05-08',
  }),
];

export const evenings: readonly Step[] = [...action, ...ofTheTeam];
