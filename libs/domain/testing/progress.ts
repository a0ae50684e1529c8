import type { MeetingDates, Plan, ProgressFacts } from '../progress/inputs.ts';
import { noFacts } from '../progress/inputs.ts';
import { regionalNetwork } from '../template/regional-network.ts';

/** A meeting on an agreed date. */
export const meeting = (name: string, kind: MeetingDates['kind'], agreed: string): MeetingDates => ({
  meeting: name,
  kind,
  agreed,
  cancelled: false,
});

/** The template on the days of one year. */
export const plan: Plan = {
  template: regionalNetwork,
  from: '2025-10-01',
  until: '2026-09-30',
  meetings: [
    meeting('opening', 'opening', '2025-11-12'),
    meeting('first', 'exchange', '2026-01-14'),
    meeting('second', 'exchange', '2026-03-11'),
    { ...meeting('third', 'exchange', '2026-05-13'), agreed: undefined, provisional: '2026-05-13' },
    meeting('closing', 'closing', '2026-09-09'),
  ],
};

/** Applied, intake, place and question in time; a contact every month. */
export const facts: ProgressFacts = {
  ...noFacts,
  course: [
    { on: '2025-09-01', fact: 'applied' },
    { on: '2025-09-15', fact: 'intake-held' },
    { on: '2025-11-12', fact: 'started' },
  ],
  places: [{ on: '2025-10-01', application: 1, place: 'given' }],
  questions: ['2025-10-10'],
  contacts: ['2025-10-15', '2025-12-01', '2026-01-20', '2026-03-15'],
};
