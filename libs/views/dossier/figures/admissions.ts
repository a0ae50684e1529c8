import type { PlaceDecision, TrajectoryRow } from '../../progress/row.ts';
import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import { momentOn } from '../course.ts';
import type { AroundItem } from '../item.ts';
import { byOrganisation } from './by-organisation.ts';
import { countOf } from './counting.ts';
import { type FactOf, type ItemOn, told } from './items-on.ts';

type Advice = FactOf<'assessment'> extends infer F ? (F extends { data: { advice: infer A } } ? A : never) : never;

/** What a network decided about a place; the words of the advice that it can follow. */
export type Admission = 'given' | 'given-with-reservation' | 'waiting' | 'rejected' | 'referred';

/** How the application was held against the criteria, as it stood on the day of the decision. */
export interface AdvisedAdmission {
  readonly item: string;
  readonly on: string;
  readonly byRole: string;
  readonly advice: Advice;
  /** Criteria that were met, of how many. */
  readonly met: number;
  readonly of: number;
}

/** The criteria and the mandate that stood on the day of the decision. */
export interface AdmissionMandate {
  readonly item: string;
  readonly criteria: number;
  readonly mandateRole: string;
  /** Where the mandate is to be found. */
  readonly reference: string | null;
}

export interface AdmissionLine {
  readonly trajectory: string;
  readonly organisation: NamedOrganisation | null;
  readonly network: string;
  readonly decision: Admission;
  readonly on: string;
  readonly event: string;
  /** Null when nobody had assessed the application by then. */
  readonly assessment: AdvisedAdmission | null;
  /** Null when no criteria stood by then. */
  readonly rule: AdmissionMandate | null;
  /** Whether the decision is what was advised; null without advice. */
  readonly follows: boolean | null;
}

export interface AdmissionFigures {
  readonly decisions: readonly AdmissionLine[];
  readonly assessed: number;
  readonly notAssessed: number;
  readonly againstAdvice: number;
}

const decisionFor: Readonly<Record<Advice, Admission>> = {
  admit: 'given',
  'admit-with-reservation': 'given-with-reservation',
  wait: 'waiting',
  reject: 'rejected',
  refer: 'referred',
};

/** Every decision about a place, with the assessment, the criteria and the mandate that it rested on. */
export function admissionsOf(
  rows: readonly TrajectoryRow[],
  assessments: readonly ItemOn<'assessment'>[],
  rules: readonly ItemOn<'admission-rule'>[],
  around: AroundItem,
): AdmissionFigures {
  const decisions = rows
    .flatMap((row) =>
      decisionsIn(row.places, around.validOn).map((decided): AdmissionLine => {
        const of = { trajectory: row.trajectory, network: decided.network, day: decided.on };
        const { assessment = null, rule } = assessmentThen(assessments, of) ?? {};
        return {
          trajectory: row.trajectory,
          organisation: around.named(row.organisation),
          ...decided,
          assessment,
          rule: ruleThen(rules, rule, of),
          follows: assessment && decisionFor[assessment.advice] === decided.decision,
        };
      }),
    )
    .sort((a, b) => compare(a.on, b.on) || byOrganisation(a, b));
  return {
    decisions,
    assessed: countOf(decisions, ({ assessment }) => assessment !== null),
    notAssessed: countOf(decisions, ({ assessment }) => assessment === null),
    againstAdvice: countOf(decisions, ({ follows }) => follows === false),
  };
}

type Decided = Pick<AdmissionLine, 'network' | 'decision' | 'on' | 'event'>;

/** A lifted reservation is no decision of its own: the place had been given. A place that was freed begins anew. */
function decisionsIn(places: readonly PlaceDecision[], day: string): Decided[] {
  const until = places.filter(({ on }) => on <= day);
  return until.flatMap((place, at) => {
    if (place.place === 'freed') return [];
    const before = until[at - 1];
    if (place.place === 'given' && before?.place === 'given' && before.network === place.network) return [];
    return [{ network: place.network, decision: decisionIn(place), on: place.on, event: place.event }];
  });
}

function decisionIn(place: Exclude<PlaceDecision, { place: 'freed' }>): Admission {
  if (place.place !== 'given') return place.place;
  return place.decisionExpectedOn === null ? 'given' : 'given-with-reservation';
}

interface Decision {
  readonly trajectory: string;
  readonly network: string;
  readonly day: string;
}

/** The last assessment of that application by that day, with the rule that it names. */
function assessmentThen(
  assessments: readonly ItemOn<'assessment'>[],
  { trajectory, network, day }: Decision,
): { readonly assessment: AdvisedAdmission; readonly rule: string | undefined } | undefined {
  const then = assessments.flatMap(({ row: { item }, facts }) => {
    const made = told(facts, 'assessment.made.v1').findLast(({ on }) => on <= day);
    if (made?.data.trajectory !== trajectory || (made.data.network ?? network) !== network) return [];
    const revised = told(facts, 'assessment.revised.v1').findLast(({ on }) => on <= day);
    const { byRole, outcomes, rule } = made.data;
    const { on, data } = revised ?? made;
    const met = countOf(outcomes, (outcome) => outcome.met);
    return [{ assessment: { item, on, byRole, advice: data.advice, met, of: outcomes.length }, rule }];
  });
  return then.sort(({ assessment: a }, { assessment: b }) => compare(a.on, b.on) || compare(a.item, b.item)).at(-1);
}

/** The rule that the assessment names, or else the one of the network or of the whole programme that stood then. */
function ruleThen(
  rules: readonly ItemOn<'admission-rule'>[],
  named: string | undefined,
  { network, day }: Decision,
): AdmissionMandate | null {
  const then = rules.flatMap(({ row, facts }) => {
    const said = facts.filter(isRule).findLast(({ on }) => on <= day);
    if (!said) return [];
    const stands = momentOn(row.facts, day)?.ended === false && (said.data.network ?? network) === network;
    if (named === undefined ? !stands : row.item !== named) return [];
    const { criteria, mandateRole, mandate } = said.data;
    const reference = mandate?.reference ?? null;
    return [{ on: said.on, rule: { item: row.item, criteria: criteria.length, mandateRole, reference } }];
  });
  return then.sort((a, b) => compare(a.on, b.on) || compare(a.rule.item, b.rule.item)).at(-1)?.rule ?? null;
}

type RuleFact = Extract<FactOf<'admission-rule'>, { type: 'admission-rule.set.v1' | 'admission-rule.changed.v1' }>;

function isRule(fact: FactOf<'admission-rule'>): fact is RuleFact {
  return fact.type === 'admission-rule.set.v1' || fact.type === 'admission-rule.changed.v1';
}
