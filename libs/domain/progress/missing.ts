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
  private readonly open = new Map<string, Missing>();

  constructor(private readonly intakes: readonly IntakeWithoutReport[]) {}

  add(seen: Seen, on: string, findings: readonly Finding[]): void {
    const missing = missingOn(seen, on, findings);
    if (missing.length === 0 && this.open.size === 0) return;
    const keys = new Set<string>();
    for (const { kind, about, since } of missing) {
      const key = `${kind} ${about}`;
      keys.add(key);
      const before = this.open.get(key);
      if (before && (since === undefined || since === before.since)) continue;
      this.end(key, on);
      this.open.set(key, { kind, about, since: since ?? on, from: on, until: null });
    }
    for (const key of [...this.open.keys()]) if (!keys.has(key)) this.end(key, on);
  }

  found(): Missing[] {
    // A report comes by a correction of the intake, which leaves nothing missing on any day.
    const intakes = this.intakes.map(({ on, event }): Missing => {
      return { kind: 'intake-report', about: event, since: on, from: on, until: null };
    });
    return [...intakes, ...this.ended, ...this.open.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  private end(key: string, on: string): void {
    const missing = this.open.get(key);
    if (!missing) return;
    this.open.delete(key);
    this.ended.push({ ...missing, until: on });
  }
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
