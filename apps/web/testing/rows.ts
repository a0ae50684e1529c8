import type { Commitment, Pledge } from '../data/answers/follow.ts';
import type { Measured, Milestone, Standing } from '../data/answers/progress.ts';

/** Rows as the API gives them, for tests of what the pages make of them. */
const organisation = (name: string) => ({ id: name, name, cbs: null, province: null });

export function milestoneOf(given: Partial<Milestone> = {}): Milestone {
  const label = { nl: 'Intake', en: 'Intake' };
  return { key: 'intake', label, line: 'intake', due: '2026-03-01', reachedOn: null, asked: true, ...given };
}

export function measuredOf(given: Partial<Measured> = {}): Measured {
  const counts = { reached: 0, expected: 1, total: 1 };
  const label = { nl: 'Intake', en: 'Intake' };
  return {
    measured: true,
    milestones: [milestoneOf()],
    ...counts,
    lines: [{ key: 'intake', label, ...counts }],
    status: 'on-schedule',
    reasons: [],
    next: null,
    nextStep: null,
    ...given,
  };
}

export function standingOf(name: string, given: Partial<Standing> = {}): Standing {
  return {
    trajectory: `t-${name}`,
    programme: 'p',
    organisation: organisation(name),
    network: { id: 'n', name: 'Noord' },
    participation: { step: 'started' },
    progress: measuredOf(),
    lastContact: null,
    judgement: null,
    ...given,
  };
}

/** On schedule, or with another status and a reason. */
export function withStatus(name: string, status: string): Standing {
  const reasons = [{ code: 'milestone-overdue', status, nl: `${name}: te laat`, en: `${name}: late` }];
  return standingOf(name, { progress: measuredOf({ status, reasons }) });
}

export function commitmentOf(name: string, layer: string, days?: number, due: string | null = null): Commitment {
  return {
    trajectory: `t-${name}`,
    organisation: organisation(name),
    layer,
    commitment: { step: 'asked' },
    due,
    late: days === undefined ? null : { due: '2026-01-01', days },
    facts: [],
  };
}

export function pledgeOf(name: string, days?: number, due: string | null = null): Pledge {
  return {
    pledge: `p-${name}`,
    trajectory: `t-${name}`,
    keeper: { organisation: organisation(name), role: 'contact' },
    to: 'lead',
    state: { step: 'pledged' },
    due,
    firstDue: due,
    late: days === undefined ? null : { due: '2026-01-01', days },
    facts: [],
  };
}
