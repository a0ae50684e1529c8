import { daysBetween } from '../kernel/days.ts';
import { never } from '../kernel/decision.ts';
import type { Lateness } from '../progress/lateness.ts';

/** Who keeps a pledge: an organisation, in a role. */
export interface Party {
  readonly organisation: string;
  readonly role: string;
}

/** The day by which it is to be kept now; undefined when the fact that said so was retracted. */
type Term = { readonly due: string | undefined };

/** Where a pledge is. `taken-over` is still to be kept, by another; a request that was taken over is still `asked`, of another. */
export type Pledge =
  | ({ readonly step: 'asked'; readonly by?: Party } & Term)
  | ({ readonly step: 'pledged' | 'postponed' | 'partly-kept' } & Term)
  | ({ readonly step: 'taken-over'; readonly by: Party } & Term)
  | { readonly step: 'kept' | 'withdrawn' | 'lapsed' };

export type PledgeStep = Pledge['step'];

const steps: Record<PledgeStep, true> = {
  asked: true,
  pledged: true,
  postponed: true,
  'partly-kept': true,
  'taken-over': true,
  kept: true,
  withdrawn: true,
  lapsed: true,
};

/** Every step there is. A new step that is not here does not compile. */
export const pledgeSteps: readonly string[] = Object.keys(steps);

/** A fact of a pledge, with the day by which it is ordered. JSON, so that a row of a view can hold it. */
export type PledgeFact = { readonly on: string } & (
  | { readonly fact: 'asked' | 'made'; readonly due: string }
  | { readonly fact: 'postponed'; readonly from: string; readonly to: string }
  | ({ readonly fact: 'taken-over' } & Party)
  | { readonly fact: 'partly-kept' | 'kept' | 'withdrawn' | 'lapsed' }
);

/** Where the facts lead, up to and including that day when one is given; undefined when there are none. */
export function pledgeOf(facts: readonly PledgeFact[], upTo?: string): Pledge | undefined {
  return standingOf(facts, upTo).pledge;
}

function upToDay<F extends PledgeFact>(facts: readonly F[], upTo: string | undefined): readonly F[] {
  return upTo === undefined ? facts : facts.filter(({ on }) => on <= upTo);
}

/**
 * Where it is; the last day that was told, since what is opened again after its end is due on that day; whether it was
 * only asked for so far; and who took it over from whom it was asked, or who made it.
 */
interface Standing extends Term {
  readonly pledge: Pledge | undefined;
  readonly isRequest: boolean;
  readonly keeper: Party | undefined;
}

const nothingYet: Standing = { pledge: undefined, due: undefined, isRequest: false, keeper: undefined };

function standingOf(facts: readonly PledgeFact[], upTo: string | undefined): Standing {
  return upToDay(facts, upTo).reduce(after, nothingYet);
}

function after(now: Standing, fact: PledgeFact): Standing {
  const pledge = pledgeAfter(now, fact);
  const isRequest = pledge.step === 'asked' || (now.isRequest && leavesUnanswered.has(fact.fact));
  return { pledge, due: dueOf(pledge) ?? now.due, isRequest, keeper: keeperAfter(now, pledge, fact) };
}

/** What ends a request, or hands it on, without any pledge. */
const leavesUnanswered: ReadonlySet<PledgeFact['fact']> = new Set(['taken-over', 'withdrawn', 'lapsed']);

/** To whom it passed. Who is asked anew, or makes it, has it from then on. */
function keeperAfter({ keeper }: Standing, pledge: Pledge, fact: PledgeFact): Party | undefined {
  if (fact.fact === 'taken-over') return { organisation: fact.organisation, role: fact.role };
  return begins(fact, pledge) ? undefined : keeper;
}

/** Being asked for what stands already changes nothing of whom it is. */
function begins({ fact }: PledgeFact, { step }: Pledge): boolean {
  return fact === 'made' || (fact === 'asked' && step === 'asked');
}

/**
 * The fact that says of whom it is and to whom: the last that made it or that it was a request by. Where nothing else says
 * so, because the making was retracted, a request beside what stands does.
 */
export function beginningOf<F extends PledgeFact>(facts: readonly F[], upTo?: string): F | undefined {
  let now = nothingYet;
  let found: F | undefined;
  for (const fact of upToDay(facts, upTo)) {
    now = after(now, fact);
    if (now.pledge && begins(fact, now.pledge)) found = fact;
    else if (fact.fact === 'asked') found ??= fact;
  }
  return found;
}

/** Accepts every order: whatever was done is where it is; only being asked leads nothing back that was pledged. */
function pledgeAfter({ pledge: now, due, isRequest }: Standing, fact: PledgeFact): Pledge {
  switch (fact.fact) {
    case 'asked':
      return now && now.step !== 'asked' && isOpen(now) ? now : { step: 'asked', due: fact.due };
    case 'made':
      return { step: 'pledged', due: fact.due };
    case 'postponed':
      return { step: 'postponed', due: fact.to };
    case 'partly-kept':
      return { step: 'partly-kept', due };
    case 'taken-over': {
      const by = { organisation: fact.organisation, role: fact.role };
      return { step: isRequest ? 'asked' : 'taken-over', due, by };
    }
    case 'kept':
    case 'withdrawn':
    case 'lapsed':
      return { step: fact.fact };
    default:
      return never(fact);
  }
}

/** Whether there is still something to be done. */
export function isOpen(pledge: Pledge): boolean {
  return 'due' in pledge;
}

/** The day by which it is to be kept now; undefined when nothing is to be done any more. */
export function dueOf(pledge: Pledge): string | undefined {
  return 'due' in pledge ? pledge.due : undefined;
}

/** The first day by which it was pledged, or else asked, since it last began: postponing keeps it. */
export function firstDueOf(facts: readonly PledgeFact[], upTo?: string): string | undefined {
  const known = sinceItBegan(upToDay(facts, upTo));
  for (const fact of [known.find((f) => f.fact === 'made'), known.find((f) => f.fact === 'asked')]) {
    if (fact && 'due' in fact) return fact.due;
  }
  return known.find((fact) => fact.fact === 'postponed')?.from;
}

/** What was asked or made anew after its end, begins again. */
function sinceItBegan(facts: readonly PledgeFact[]): readonly PledgeFact[] {
  let now = nothingYet;
  let start = 0;
  for (const [index, fact] of facts.entries()) {
    const isNew = fact.fact === 'asked' || fact.fact === 'made';
    if (isNew && now.pledge && !isOpen(now.pledge)) start = index;
    now = after(now, fact);
  }
  return facts.slice(start);
}

/** Who took it over last, since it was asked or made; undefined when nobody did. */
export function takenOverBy(facts: readonly PledgeFact[], upTo?: string): Party | undefined {
  return standingOf(facts, upTo).keeper;
}

/** Whether it was asked for, and never pledged since. */
export function isRequest(facts: readonly PledgeFact[], upTo?: string): boolean {
  return standingOf(facts, upTo).isRequest;
}

/** How late a pledge is on that day; on the day itself it is not late yet. */
export function pledgeLatenessOn(pledge: Pledge, day: string): Lateness | undefined {
  const due = dueOf(pledge);
  return due !== undefined && due < day ? { due, days: daysBetween(due, day) } : undefined;
}

const pledgedSteps: readonly PledgeStep[] = ['pledged', 'postponed', 'partly-kept', 'taken-over'];
const openSteps: readonly PledgeStep[] = ['asked', ...pledgedSteps];

/** After which steps a fact is expected; elsewhere it is recorded with the warning. `null` is: before anything. */
export const pledgeTable: Readonly<
  Record<PledgeFact['fact'], { readonly after: readonly (PledgeStep | null)[]; readonly otherwise: string }>
> = {
  asked: { after: [null, 'withdrawn', 'lapsed'], otherwise: 'pledge-asked-before' },
  made: { after: [null, 'asked'], otherwise: 'pledge-made-before' },
  'partly-kept': { after: pledgedSteps, otherwise: 'pledge-kept-without-being-made' },
  kept: { after: pledgedSteps, otherwise: 'pledge-kept-without-being-made' },
  postponed: { after: pledgedSteps, otherwise: 'pledge-postponed-without-being-made' },
  'taken-over': { after: openSteps, otherwise: 'pledge-taken-over-while-none-was-open' },
  withdrawn: { after: openSteps, otherwise: 'pledge-withdrawn-while-none-was-open' },
  lapsed: { after: openSteps, otherwise: 'pledge-lapsed-while-none-was-open' },
};
