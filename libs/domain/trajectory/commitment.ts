import { never } from '../kernel/decision.ts';
import type { Evidence } from '../kernel/names.ts';
import type { Dated } from './course.ts';

/** What put a commitment in question. */
export type Cause = 'election' | 'new-portfolio-holder' | 'merger';

/** A commitment that was given, as it stands when nothing presses on it. */
type Standing =
  | { readonly step: 'given' | 'confirmed' }
  | { readonly step: 'given-with-reservation'; readonly decisionExpectedOn: string };

/** A commitment that was given, whatever presses on it or puts it in question. */
type Given =
  | Standing
  | { readonly step: 'under-pressure'; readonly before: Standing }
  | { readonly step: 'in-question'; readonly cause: Cause; readonly due: string };

/** Where the commitment of one layer is. Dates are days; `due` is the day on which an answer is due. */
export type Commitment =
  | { readonly step: 'not-asked' | 'refused' | 'lapsed' | 'withdrawn' | 'ended' }
  | { readonly step: 'asked'; readonly due: string }
  | {
      readonly step: 'on-agenda';
      readonly agendaOn: string;
      readonly due: string | undefined;
      /** What it is until it has been discussed, where it had been given already. */
      readonly before?: Given;
    }
  | Given;

export type CommitmentStep = Commitment['step'];

const steps: Record<CommitmentStep, true> = {
  'not-asked': true,
  asked: true,
  'on-agenda': true,
  given: true,
  'given-with-reservation': true,
  confirmed: true,
  refused: true,
  'under-pressure': true,
  'in-question': true,
  lapsed: true,
  withdrawn: true,
  ended: true,
};

/** Every step there is. A new step that is not here does not compile. */
export const commitmentSteps = Object.keys(steps) as readonly CommitmentStep[];

/** A fact of commitment, with the day by which it is ordered. JSON, so that a row of a view can hold it. */
export type CommitmentFact = Dated &
  (
    | { readonly fact: 'asked'; readonly due: string }
    | { readonly fact: 'due-moved'; readonly to: string }
    | { readonly fact: 'put-on-agenda'; readonly agendaOn: string }
    | { readonly fact: 'given'; readonly decisionExpectedOn?: string | undefined }
    | { readonly fact: 'put-in-question'; readonly cause: Cause; readonly due: string }
    | { readonly fact: 'confirmed'; readonly evidence?: Evidence | undefined }
    | { readonly fact: 'refused' | 'put-under-pressure' | 'pressure-relieved' }
    | { readonly fact: 'lapsed' | 'withdrawn' | 'ended' }
  );

/** Where the facts lead, in the order in which they happened, up to and including that day when one is given. */
export function commitmentOf(facts: readonly CommitmentFact[], upTo?: string): Commitment {
  return facts
    .filter(({ on }) => upTo === undefined || on <= upTo)
    .reduce<Commitment>((commitment, fact) => commitmentAfter(commitment, fact), { step: 'not-asked' });
}

/** Accepts every order: whatever a layer did is where it is. */
export function commitmentAfter(now: Commitment, fact: CommitmentFact): Commitment {
  switch (fact.fact) {
    case 'asked':
      return { step: 'asked', due: fact.due };
    case 'due-moved':
      return 'due' in now ? { ...now, due: fact.to } : now;
    case 'put-on-agenda':
      return onAgenda(fact.agendaOn, now);
    case 'given':
      return given(fact.decisionExpectedOn);
    case 'put-under-pressure':
      return pressed(now);
    case 'pressure-relieved':
      return relieved(now);
    case 'put-in-question':
      return { step: 'in-question', cause: fact.cause, due: fact.due };
    case 'confirmed':
    case 'refused':
    case 'lapsed':
    case 'withdrawn':
    case 'ended':
      return { step: fact.fact };
    default:
      return never(fact);
  }
}

function given(decisionExpectedOn: string | undefined): Commitment {
  return decisionExpectedOn === undefined ? { step: 'given' } : { step: 'given-with-reservation', decisionExpectedOn };
}

/** What was given and is to be discussed, stays what it was until then: in question, under pressure, or standing. */
function onAgenda(agendaOn: string, now: Commitment): Commitment {
  const before = now.step === 'on-agenda' ? now.before : now;
  const agenda = { step: 'on-agenda' as const, agendaOn, due: 'due' in now ? now.due : undefined };
  return before && isGiven(before) ? { ...agenda, before } : agenda;
}

function isGiven(commitment: Commitment): commitment is Given {
  const given: readonly CommitmentStep[] = [...standingSteps, 'under-pressure', 'in-question'];
  return given.includes(commitment.step);
}

/** Pressure settles no question: it is to be confirmed by the same day, or lapses. */
export function isInQuestion(now: Commitment): boolean {
  return stepsOf(now).includes('in-question');
}

function relieved(now: Commitment): Commitment {
  if (now.step === 'under-pressure') return now.before;
  if (now.step !== 'on-agenda' || now.before?.step !== 'under-pressure') return now;
  return { ...now, before: now.before.before };
}

/** The step that it is at, and those that still hold beneath it: what is under pressure or on the agenda was given before. */
export function stepsOf(now: Commitment): readonly CommitmentStep[] {
  return 'before' in now && now.before ? [now.step, ...stepsOf(now.before)] : [now.step];
}

/**
 * What was given comes under pressure, and stays on the agenda where it is on one. Pressure gives nothing that was not given,
 * and settles no question.
 */
function pressed(now: Commitment): Commitment {
  if (now.step === 'on-agenda') return now.before ? { ...now, before: givenUnderPressure(now.before) } : now;
  return isGiven(now) ? givenUnderPressure(now) : now;
}

function givenUnderPressure(now: Given): Given {
  return now.step === 'under-pressure' || now.step === 'in-question' ? now : { step: 'under-pressure', before: now };
}

const standingSteps: readonly CommitmentStep[] = ['given', 'given-with-reservation', 'confirmed'];

/** The steps (`stepsOf`) after which a fact is expected, and the warning elsewhere. */
interface Expected {
  readonly after: readonly CommitmentStep[];
  readonly otherwise: string;
  /** The warning while it is in question, where another one is true of it. */
  readonly inQuestion?: string;
}

/** After which steps a fact is expected; elsewhere it is recorded with the warning. */
export const commitmentTable: Readonly<Record<CommitmentFact['fact'], Expected>> = {
  asked: { after: ['not-asked', 'refused', 'lapsed', 'withdrawn', 'ended'], otherwise: 'commitment-asked-before' },
  'due-moved': { after: ['asked', 'on-agenda', 'in-question'], otherwise: 'commitment-due-moved-while-none-was-due' },
  'put-on-agenda': {
    after: ['asked', 'on-agenda', 'in-question', ...standingSteps],
    otherwise: 'commitment-on-agenda-without-being-asked',
  },
  given: {
    after: ['asked', 'on-agenda', 'given-with-reservation', 'in-question'],
    otherwise: 'commitment-given-without-being-asked',
  },
  confirmed: { after: [...standingSteps, 'in-question'], otherwise: 'commitment-confirmed-without-being-given' },
  refused: {
    after: ['asked', 'on-agenda', 'given-with-reservation', 'in-question'],
    otherwise: 'commitment-refused-without-being-asked',
  },
  'put-under-pressure': {
    after: standingSteps,
    otherwise: 'commitment-under-pressure-without-being-given',
    inQuestion: 'commitment-under-pressure-while-in-question',
  },
  'pressure-relieved': { after: ['under-pressure'], otherwise: 'commitment-relieved-without-pressure' },
  'put-in-question': {
    after: [...standingSteps, 'in-question'],
    otherwise: 'commitment-in-question-without-being-given',
  },
  lapsed: { after: ['in-question'], otherwise: 'commitment-lapsed-without-being-in-question' },
  withdrawn: {
    after: [...standingSteps, 'in-question'],
    otherwise: 'commitment-withdrawn-without-being-given',
  },
  ended: { after: ['confirmed'], otherwise: 'commitment-ended-without-being-confirmed' },
};
