import type { PlaceState } from '#domain/network/state';
import { type Progress, progressOn } from '#domain/progress/progress';
import type { Template } from '#domain/template/template';
import { courseOf } from '#domain/trajectory/course';
import { decisionOn, type Participation, participation } from '#domain/trajectory/participation';
import type { NetworkRow } from '../network/row.ts';
import { networkOn as stateOn } from '../network/state.ts';
import type { ProgrammeRow } from '../programme/view.ts';
import { type Said, saidOn } from '../question/said.ts';
import type { NamedOrganisation, Register } from '../register/register.ts';
import { localChangeOf } from './local-change.ts';
import { lastActivityOf, planOf, progressFactsOf } from './measure.ts';
import { networkOn } from './networks.ts';
import type { Contact, Judgement, LocalChange, PlaceDecision, TrajectoryRow } from './row.ts';
import { matchOn } from './support.ts';

/** One trajectory in a lead's list, computed for one day. */
export interface ProgressItem {
  readonly trajectory: string;
  readonly programme: string;
  readonly programmeName: string;
  readonly organisation: NamedOrganisation;
  readonly network: { readonly id: string; readonly name: string } | null;
  readonly contactRole: string;
  /** Where it is: its own facts, and the place that the network keeps. Null when nothing had happened by that day. */
  readonly participation: Participation | null;
  /** Milestones reached and due, the status with its reasons, and the days on which it will change. */
  readonly progress: Progress | null;
  /** The template that `progress` rests on: what was known of the same day may be judged otherwise later on. */
  readonly judgedBy: { readonly key: string; readonly version: number } | null;
  /** The last day on which something happened. */
  readonly lastActivityOn: string | null;
  /** The change at home as it was on that day; null when none was brought in by then. */
  readonly localChange: LocalChange | null;
  readonly questions: { readonly count: number; readonly categories: readonly string[] };
  readonly support: { readonly plannedMinutes: number; readonly deliveredMinutes: number };
  readonly lastContact: Contact | null;
  /** The lead's own judgement, beside the computed status. */
  readonly judgement: Judgement | null;
}

/** What is the same for every trajectory of a programme. */
export interface Surroundings {
  readonly register: Register;
  readonly networks: ReadonlyMap<string, NetworkRow>;
  /** Undefined as long as the programme has no template. */
  readonly programme: ProgrammeRow | undefined;
  readonly validOn: string;
}

/** What a row says on that day; facts that happened later are left out. */
export function itemOf(row: TrajectoryRow, surroundings: Surroundings): ProgressItem {
  const { register, networks, validOn, programme } = surroundings;
  const network = networkOn(row, validOn);
  const questions = questionsOn(row, validOn);
  return {
    trajectory: row.trajectory,
    programme: row.programme,
    programmeName: programme?.name ?? row.programme,
    organisation: register.named(row.organisation),
    network: network === null ? null : { id: network, name: networks.get(network)?.name ?? network },
    contactRole: row.contactRole,
    participation: participationOn(row, networks, validOn),
    progress: programme?.template ? progressOf(row, programme, programme.template, validOn) : null,
    judgedBy: programme?.template ? { key: programme.template.key, version: programme.template.version } : null,
    lastActivityOn: lastActivityOf(row, programme?.meetings ?? [], validOn),
    localChange: localChangeOf(row.localChanges, validOn),
    questions: { count: questions.length, categories: [...new Set(questions.map((q) => q.category))].sort() },
    support: supportOn(row, validOn),
    lastContact: row.contacts.findLast(({ on }) => on <= validOn) ?? null,
    judgement: row.judgements.findLast(({ on }) => on <= validOn) ?? null,
  };
}

/** The questions that were brought in by that day, as they were put then. */
export function questionsOn({ questions }: TrajectoryRow, validOn: string): Said[] {
  return questions.flatMap(({ said }) => saidOn(said, validOn) ?? []);
}

/** Where a trajectory is on that day. */
export function participationOn(
  row: TrajectoryRow,
  networks: ReadonlyMap<string, NetworkRow>,
  validOn: string,
): Participation | null {
  const course = courseOf(row.course, validOn);
  return course ? participation(course, placeOn(row, networks, validOn)) : null;
}

function progressOf(row: TrajectoryRow, programme: ProgrammeRow, template: Template, validOn: string): Progress {
  const plan = planOf(programme, template, networkOn(row, validOn));
  return progressOn(progressFactsOf(row, programme.meetings), plan, validOn);
}

/** What the network had decided by that day about the last application. */
function placeOn(row: TrajectoryRow, networks: ReadonlyMap<string, NetworkRow>, validOn: string): PlaceState {
  const decision = decisionOn(row.places, row.course, validOn);
  return decision ? placeState(decision, row.trajectory, networks, validOn) : { place: 'none' };
}

function placeState(
  decision: PlaceDecision,
  trajectory: string,
  networks: ReadonlyMap<string, NetworkRow>,
  validOn: string,
): PlaceState {
  switch (decision.place) {
    case 'given':
      return { place: 'given', decisionExpectedOn: decision.decisionExpectedOn ?? undefined };
    case 'waiting': {
      const row = networks.get(decision.network);
      const network = row && stateOn(row, validOn);
      const number = (network?.waiting.findIndex((w) => w.trajectory === trajectory) ?? -1) + 1;
      const proposed = network?.proposals.some((p) => p.trajectory === trajectory) ?? false;
      return { place: 'waiting', number, proposed };
    }
    case 'rejected':
      return { place: 'rejected' };
    case 'referred':
      return { place: 'referred', to: decision.to };
    case 'freed':
      return { place: 'freed', cause: decision.cause };
  }
}

/** Local support in minutes: what was planned, and what was delivered by that day. */
function supportOn(row: TrajectoryRow, validOn: string): { plannedMinutes: number; deliveredMinutes: number } {
  const matches = row.support.flatMap((support) => matchOn(support, validOn) ?? []);
  const delivered = row.support.flatMap(({ deliveries }) => deliveries.filter(({ on }) => on <= validOn));
  return {
    plannedMinutes: matches.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
    deliveredMinutes: delivered.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
