import type { z } from 'zod';
import type { SetUpProgramme } from '../programme/state.ts';
import { registry } from '../registry.ts';
import { daysOutOfCalendar } from './calendar.ts';
import type { Decide } from './command.ts';
import { changedIdentity, sameContent } from './compare.ts';
import * as refusals from './correction-refusals.ts';
import { type Decision, type Refusal, refuse, type Warning } from './decision.ts';
import type { Content, Correction, New, Recorded } from './event.ts';
import { dateWarnings, refuseDate } from './facts.ts';
import { nothingChanged } from './refusals.ts';
import { type Subject, subjectIds } from './subject.ts';
import { subjectsNamed } from './subjects-named.ts';
import type { ProtectedText } from './text.ts';
import type { OccurredOn } from './time.ts';

/** `event` is the fact as it was first recorded, or any correction of it; `data` is the fact again, whole. */
export type CorrectFact = Decide<
  'correct-fact',
  { event: string; data: unknown; occurredOn: OccurredOn; reason: ProtectedText }
>;
export type RetractFact = Decide<'retract-fact', { event: string; reason: ProtectedText }>;
export type CorrectionCommand = CorrectFact | RetractFact;

/** Whether the command is about a fact that was recorded before, in whatever stream. */
export function isCorrection<C extends { readonly type: string }>(
  command: C | CorrectionCommand,
): command is CorrectionCommand {
  return command.type === 'correct-fact' || command.type === 'retract-fact';
}

export interface CorrectionContext {
  readonly programme: Pick<SetUpProgramme, 'opensOn' | 'until'>;
  /** What the trade asks of this fact beside its shape: the same checks as when it was first recorded. */
  readonly check?: (fact: Content & { readonly occurredOn: OccurredOn }) => Refusal | undefined;
}

/** A fact of the history and what stands in its place now. */
interface Fact {
  readonly root: Recorded;
  readonly now: Recorded;
}

/**
 * Corrects or retracts a fact of this stream. `history` is the stream as it stands in the log, corrections not put in
 * place. Only facts can be corrected: a decision is followed by another decision. A correction records the fact again,
 * whole, with the reason; what was recorded before stays in the log.
 */
export function decideCorrection(
  command: CorrectionCommand,
  history: readonly Recorded[],
  context: CorrectionContext,
): Decision<Content> {
  const fact = find(command.event, history);
  if (!fact) return refuse(refusals.factNotFound(command.event));
  const definition = registry.get(fact.root.type);
  if (definition?.nature !== 'fact') return refuse(refusals.decisionNotCorrectable(fact.root.type));
  if (fact.now.corrects?.kind === 'retraction') return refuse(refusals.factAlreadyRetracted(fact.root.id));
  if (command.type === 'retract-fact') return accepted([retraction(command, fact)]);
  return correct(command, fact, definition.data, context);
}

function find(id: string, history: readonly Recorded[]): Fact | undefined {
  const named = history.find((event) => event.id === id);
  const rootId = named?.corrects?.event ?? id;
  const root = history.find((event) => event.id === rootId);
  if (!root) return undefined;
  return { root, now: history.findLast((event) => event.corrects?.event === rootId) ?? root };
}

function retraction(command: RetractFact, { root, now }: Fact): New<Content> {
  const corrects: Correction = { event: root.id, kind: 'retraction', reason: command.reason };
  return { type: retractionOf(root.type), data: {}, subjects: union(root.subjects, now.subjects), corrects };
}

/** Most aggregates have a type of their own; the kinds of items in a dossier share one. */
function retractionOf(type: string): string {
  const own = `${type.split('.')[0]}.fact-retracted.v1`;
  return registry.has(own) ? own : 'item.fact-retracted.v1';
}

function correct(command: CorrectFact, fact: Fact, shape: z.ZodType, context: CorrectionContext): Decision<Content> {
  const { root, now } = fact;
  const parsed = shape.safeParse(command.data);
  if (!parsed.success) {
    return refuse(refusals.invalidCorrection(parsed.error.issues.map(({ path }) => ['data', ...path].join('.'))));
  }
  const { occurredOn } = command;
  const data = parsed.data;
  const noDays = daysOutOfCalendar(data, 'data');
  if (noDays.length > 0) return refuse(refusals.invalidCorrection(noDays));
  const refused =
    refuseIdentity(now.data, data) ??
    (sameContent(now.data, data) && sameContent(now.occurredOn, occurredOn) ? nothingChanged() : undefined) ??
    refuseDate(command, context.programme.opensOn) ??
    context.check?.({ type: root.type, data, occurredOn });
  if (refused) return refuse(refused);
  const corrects: Correction = { event: root.id, kind: 'correction', reason: command.reason };
  const event = { type: root.type, data, subjects: concerned(fact, data), occurredOn, corrects };
  // A correction is always made afterwards: that it is late tells nothing.
  const warnings = dateWarnings(command, context.programme.until).filter(({ code }) => code !== 'recorded-late');
  return accepted([event], warnings);
}

function refuseIdentity(before: unknown, after: unknown): Refusal | undefined {
  const field = changedIdentity(before, after);
  return field === undefined ? undefined : refusals.identityChanged(field);
}

/** Whom the fact concerned, as first recorded and as it stood, and whom it concerns now. */
function concerned({ root, now }: Fact, data: unknown): readonly Subject[] {
  const before = union(root.subjects, now.subjects);
  const [trajectory] = subjectIds(before, 'trajectory');
  return union(before, typeof data === 'object' && data !== null ? subjectsNamed(data, trajectory) : []);
}

function union(some: readonly Subject[], others: readonly Subject[]): readonly Subject[] {
  return [...new Set([...some, ...others])];
}

function accepted(events: readonly New<Content>[], warnings: readonly Warning[] = []): Decision<Content> {
  return { outcome: 'accepted', events, warnings };
}
