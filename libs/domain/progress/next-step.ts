import { spoken } from '../kernel/days.ts';
import type { Sentence } from '../kernel/decision.ts';
import { dayOfMeeting } from './due.ts';
import type { MeetingDates, Plan } from './inputs.ts';
import { dueOf, isAwaitedIn } from './lateness.ts';
import { labelOf } from './reasons.ts';
import type { Seen } from './seen.ts';

/** The first thing in the calendar of a trajectory. */
export interface NextStep extends Sentence {
  readonly code: 'intake' | 'meeting' | 'agenda' | 'answer' | 'decision' | 'resumption' | 'milestone';
  readonly on: string;
  /** The meeting, the layer or the milestone, where it is about one. */
  readonly about?: string;
}

/** What comes first on or after that day; null when nothing has a date, or when the trajectory has ended or was turned away. */
export function nextStepOn(seen: Seen, plan: Plan, day: string): NextStep | null {
  if (seen.situation.course === undefined || !isAwaitedIn(seen.situation)) return null;
  const steps = [
    ...appointments(seen),
    ...meetings(seen, plan, day),
    ...answers(seen, plan),
    ...milestones(seen, plan),
  ].filter(({ on }) => on >= day);
  const first = steps.reduce<NextStep | null>((one, step) => (one === null || step.on < one.on ? step : one), null);
  return first && withDay(first);
}

/** Only of the step that is told: of each row of a list there are a dozen. */
function withDay(step: NextStep): NextStep {
  const on = spoken(step.on);
  return { ...step, nl: `${step.nl}: ${on.nl}`, en: `${step.en}: ${on.en}` };
}

function appointments({ situation: { course, place } }: Seen): NextStep[] {
  const steps: NextStep[] = [];
  if (course?.step === 'intake-planned') steps.push(said('intake', course.date, 'Intakegesprek', 'Intake'));
  if (place?.place === 'given' && place.decisionExpectedOn !== undefined) {
    const on = place.decisionExpectedOn;
    steps.push(said('decision', on, 'Besluit waarop de plaats wacht', 'Decision that the place waits for'));
  }
  if (course?.step === 'paused' && course.until !== undefined) {
    steps.push(said('resumption', course.until, 'Einde van de onderbreking', 'End of the pause'));
  }
  return steps;
}

const kinds: Record<Exclude<MeetingDates['kind'], 'steering-group'>, Sentence> = {
  opening: { nl: 'Startbijeenkomst', en: 'Opening' },
  exchange: { nl: 'Uitwisselingsbijeenkomst', en: 'Exchange meeting' },
  closing: { nl: 'Slotbijeenkomst', en: 'Closing' },
  session: { nl: 'Leerbijeenkomst', en: 'Session' },
  evening: { nl: 'Avond', en: 'Evening' },
  presentation: { nl: 'Presentatie', en: 'Presentation' },
  'peer-consultation': { nl: 'Intervisie', en: 'Peer consultation' },
  'team-meeting': { nl: 'Groepsbijeenkomst', en: 'Team meeting' },
  other: { nl: 'Bijeenkomst', en: 'Meeting' },
};

/** Who waits or was turned away is not expected, and nobody takes part in a steering group. A meeting that was held on a later day was not held yet. */
function meetings({ situation }: Seen, plan: Plan, day: string): NextStep[] {
  if (!situation.measured) return [];
  return plan.meetings.flatMap((meeting) => {
    const { kind } = meeting;
    if (kind === 'steering-group') return [];
    const on = dayOfMeeting(meeting);
    if (on === undefined || (meeting.heldOn !== undefined && meeting.heldOn <= day)) return [];
    return [said('meeting', on, kinds[kind].nl, kinds[kind].en, meeting.meeting)];
  });
}

function answers({ commitments }: Seen, { template }: Plan): NextStep[] {
  return commitments.flatMap(({ layer, commitment }) => {
    const { nl, en } = labelOf(template.layers, layer);
    const due = dueOf(commitment);
    return [
      ...(commitment.step === 'on-agenda'
        ? [
            said(
              'agenda',
              commitment.agendaOn,
              `Op de agenda (${nl.toLowerCase()})`,
              `On the agenda (${en.toLowerCase()})`,
              layer,
            ),
          ]
        : []),
      ...(due === undefined
        ? []
        : [said('answer', due, `Antwoord (${nl.toLowerCase()})`, `Answer (${en.toLowerCase()})`, layer)]),
    ];
  });
}

function milestones({ situation, milestones: all }: Seen, { template }: Plan): NextStep[] {
  if (!situation.measured) return [];
  return all.flatMap(({ key, due, reachedOn, asked }) => {
    if (!asked || reachedOn !== null || due === null) return [];
    const { nl, en } = labelOf(template.milestones, key);
    return [said('milestone', due, nl, en, key)];
  });
}

function said(code: NextStep['code'], on: string, nl: string, en: string, about?: string): NextStep {
  return { code, on, ...(about !== undefined && { about }), nl, en };
}
