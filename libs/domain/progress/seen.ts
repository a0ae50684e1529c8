import type { Template } from '../template/template.ts';
import { type Commitment, type CommitmentFact, commitmentAfter } from '../trajectory/commitment.ts';
import { type Course, type CourseFact, courseAfter } from '../trajectory/course.ts';
import { isAboutTheLast } from '../trajectory/participation.ts';
import { commitmentsOf } from '../trajectory/state.ts';
import { plannedDaysOf } from './due.ts';
import type { PlaceFact, Plan, ProgressFacts } from './inputs.ts';
import { type MilestoneOfAll, type MilestoneOn, milestonesOfAll, milestonesOn } from './milestones.ts';
import { type Situation, situationOf } from './situation.ts';

/** Where the commitment of one layer of the template is. */
export interface LayerOn {
  readonly layer: string;
  readonly commitment: Commitment;
}

/** Everything that progress is judged by, as it was on a day. It stays so until the day of the next fact. */
export interface Seen {
  readonly situation: Situation;
  readonly milestones: readonly MilestoneOn[];
  readonly commitments: readonly LayerOn[];
  /** The last day on which it was spoken to; the intake is a contact, and so is the application. */
  readonly lastContact: string | undefined;
  readonly limits: Template['limits'];
}

/**
 * The facts of one trajectory, looked at day by day. Each step costs only what happened since the day before it, so that
 * a whole course can be gone through for every row of a view.
 */
export class DayByDay {
  private readonly milestones: readonly MilestoneOfAll[];
  private readonly opening: string | undefined;
  private readonly course: Told<CourseFact>;
  private readonly places: Told<PlaceFact>;
  private readonly contacts: Told<{ readonly on: string }>;
  private readonly layers: readonly { readonly layer: string; readonly facts: Told<CommitmentFact> }[];
  private now: Moving = { applications: 0 };
  private readonly commitments = new Map<string, Commitment>();

  constructor(
    facts: ProgressFacts,
    private readonly plan: Plan,
  ) {
    this.milestones = milestonesOfAll(facts, plan);
    this.opening = plannedDaysOf(plan).opening;
    this.course = new Told(facts.course);
    this.places = new Told(facts.places);
    this.contacts = new Told([...facts.contacts.map((on) => ({ on })), ...facts.course.filter(isTalk)]);
    this.layers = plan.template.layers.map(({ key }) => ({
      layer: key,
      facts: new Told(commitmentsOf(facts.commitments, key)),
    }));
  }

  /** The days on which milestones are reached, in the order of the template. */
  get reachedOn(): readonly string[] {
    return this.milestones.flatMap(({ reached }) => reached ?? []);
  }

  /** What is to be seen on that day, which is not earlier than the one asked before. */
  on(day: string): Seen {
    this.goTo(day);
    const { course, applications, appliedOn, decided, placedOn, lastContact } = this.now;
    const place = decided && isAboutTheLast(decided, applications) ? decided : undefined;
    const joinedOn = (place && placedOn) ?? appliedOn;
    const situation = situationOf({ course, place, joinedOn, opening: this.opening });
    return {
      situation,
      milestones: milestonesOn(this.milestones, this.plan, situation, day),
      commitments: this.layers.map(({ layer }) => ({ layer, commitment: this.commitments.get(layer) ?? notAsked })),
      lastContact: lastContact ?? situation.joinedOn,
      limits: this.plan.template.limits,
    };
  }

  private goTo(day: string): void {
    let { course, applications, appliedOn, decided, placedOn, lastContact } = this.now;
    for (const fact of this.course.until(day)) {
      course = courseAfter(course, fact);
      if (fact.fact !== 'applied') continue;
      applications += 1;
      appliedOn = fact.on;
    }
    for (const fact of this.places.until(day)) {
      // A lifted reservation does not make it a new place.
      const isSame = decided?.place === 'given' && decided.application === fact.application;
      placedOn = fact.place === 'given' ? (isSame && placedOn) || fact.on : undefined;
      decided = fact;
    }
    for (const { on } of this.contacts.until(day)) lastContact = on;
    for (const { layer, facts } of this.layers) {
      for (const fact of facts.until(day)) {
        this.commitments.set(layer, commitmentAfter(this.commitments.get(layer) ?? notAsked, fact));
      }
    }
    this.now = { course, applications, appliedOn, decided, placedOn, lastContact };
  }
}

/** The facts of participation that are contacts too. */
function isTalk({ fact }: CourseFact): boolean {
  return fact === 'applied' || fact === 'intake-held';
}

const notAsked: Commitment = { step: 'not-asked' };

interface Moving {
  readonly course?: Course | undefined;
  /** How many times it applied, and when it last did. */
  readonly applications: number;
  readonly appliedOn?: string | undefined;
  /** What the network decided last, whichever application that was about. */
  readonly decided?: PlaceFact | undefined;
  /** The first day of the place that it was given then. */
  readonly placedOn?: string | undefined;
  readonly lastContact?: string | undefined;
}

/** Facts in the order in which they happened, each given once, when its day comes. */
class Told<F extends { readonly on: string }> {
  private readonly facts: readonly F[];
  private next = 0;

  constructor(facts: readonly F[]) {
    this.facts = sortedByDay(facts);
  }

  until(day: string): readonly F[] {
    const from = this.next;
    while (this.next < this.facts.length && (this.facts[this.next]?.on ?? '') <= day) this.next += 1;
    return from === this.next ? [] : this.facts.slice(from, this.next);
  }
}

/** In the order in which they happened; those of one day stay as they were. */
export function sortedByDay<F extends { readonly on: string }>(facts: readonly F[]): readonly F[] {
  const inOrder = facts.every((fact, index) => index === 0 || (facts[index - 1]?.on ?? '') <= fact.on);
  return inOrder ? facts : [...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
