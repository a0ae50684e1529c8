import type { Commitment } from '../trajectory/commitment.ts';
import { eachChange } from './course-of-days.ts';
import type { Finding } from './findings.ts';
import type { Plan, ProgressFacts } from './inputs.ts';
import { isAwaitedIn, latenessOn } from './lateness.ts';
import type { Seen } from './seen.ts';

/**
 * What should be on record about a trajectory and is not: the report of an intake, the evidence of a commitment that was
 * given, the next word about a commitment after its term, a contact.
 */
export type MissingKind = 'intake-report' | 'commitment-evidence' | 'commitment-term' | 'contact';

/** Something that is missing on every day from `from` until, not including, `until`. */
export interface Missing {
  readonly kind: MissingKind;
  /** The layer, or the event that tells of the intake; null where it is about the trajectory as a whole. */
  readonly about: string | null;
  /** The day that it counts from: of the intake, the gift, the term, the last contact. */
  readonly since: string;
  readonly from: string;
  /** Null as long as nothing came; only a fact of a later day can end it. */
  readonly until: string | null;
}

/** An intake that was held and of which no report is on record. */
export interface IntakeWithoutReport {
  readonly on: string;
  readonly event: string;
}

/** Everything that was, is, and if nothing happens will be missing, in the order in which it began. */
export function missingOf(facts: ProgressFacts, plan: Plan, intakes: readonly IntakeWithoutReport[]): Missing[] {
  const missing = new MissingFacts(intakes);
  eachChange(facts, plan, (seen, on, findings) => missing.add(seen, on, findings));
  return missing.found();
}

type Now = Pick<Missing, 'kind' | 'about'> & { readonly since: string | undefined };

/** Builds the list out of a course. */
export class MissingFacts {
  private readonly ended: Missing[] = [];
  /** There are a few at most, and this is asked for every day of every row: nothing is put in order to find one. */
  private readonly open: Missing[] = [];

  constructor(private readonly intakes: readonly IntakeWithoutReport[]) {}

  add(seen: Seen, on: string, findings: readonly Finding[]): void {
    const missing = missingOn(seen, on, findings);
    for (const now of missing) {
      const before = this.open.find((one) => isAboutTheSame(one, now));
      if (before && (now.since === undefined || now.since === before.since)) continue;
      if (before) this.end(before, on);
      this.open.push({ kind: now.kind, about: now.about, since: now.since ?? on, from: on, until: null });
    }
    // What is missing now is open by now: when these are as many, nothing else is.
    if (this.open.length === missing.length) return;
    const over = this.open.filter((one) => !missing.some((now) => isAboutTheSame(one, now)));
    for (const one of over) this.end(one, on);
  }

  found(): Missing[] {
    // A report comes by a correction of the intake, which leaves nothing missing on any day.
    const intakes = this.intakes.map(({ on, event }): Missing => {
      return { kind: 'intake-report', about: event, since: on, from: on, until: null };
    });
    return [...intakes, ...this.ended, ...this.open].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  private end(missing: Missing, on: string): void {
    this.open.splice(this.open.indexOf(missing), 1);
    this.ended.push({ ...missing, until: on });
  }
}

function isAboutTheSame(one: Now, other: Now): boolean {
  return one.kind === other.kind && one.about === other.about;
}

function missingOn(seen: Seen, on: string, findings: readonly Finding[]): Now[] {
  const found: Now[] = [];
  if (findings.some(({ code }) => code === 'no-contact'))
    found.push({ kind: 'contact', about: null, since: seen.lastContact });
  if (!isAwaitedIn(seen.situation)) return found;
  for (const { layer, commitment } of seen.commitments) {
    const late = latenessOn(commitment, on);
    if (late) found.push({ kind: 'commitment-term', about: layer, since: late.due });
    if (isUnproven(commitment)) found.push({ kind: 'commitment-evidence', about: layer, since: undefined });
  }
  return found;
}

/** Given, and never confirmed: a confirmation brings the evidence. */
function isUnproven(commitment: Commitment): boolean {
  if ('before' in commitment && commitment.before) return isUnproven(commitment.before);
  return commitment.step === 'given' || commitment.step === 'given-with-reservation';
}
