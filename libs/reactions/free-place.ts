import { evolveAll } from '#domain/kernel/decision';
import { inPlace, type Recorded } from '#domain/kernel/event';
import { subject, subjectIds } from '#domain/kernel/subject';
import { courseOf } from '#domain/trajectory/course';
import { trajectory as trajectories } from '#domain/trajectory/decider';
import type { TrajectoryEvent } from '#domain/trajectory/events';
import type { TrajectoryState } from '#domain/trajectory/state';
import type { LoggedEvent } from '#log/contract/codec';
import { metaOf, type Reaction, type Tools } from './reaction.ts';

const causes = {
  'trajectory.withdrawn.v1': 'withdrawn',
  'trajectory.stopped.v1': 'stopped',
  'trajectory.passed-on.v1': 'passed-on',
} as const;

type Leaving = keyof typeof causes;
type Cause = (typeof causes)[Leaving];

const isLeaving = (type: string): type is Leaving => type in causes;

const placings = ['network.place-given.v1', 'network.place-held.v1', 'network.put-on-waiting-list.v1'] as const;

const isPlacing = (type: string) => placings.some((placing) => placing === type);

const applies = 'trajectory.applied.v1';
const retracts = 'trajectory.fact-retracted.v1';

/** After these it takes part, whatever leaving there was before. */
const returns = ['trajectory.started.v1', 'trajectory.resumed.v1'] as const;

const isReturn = (type: string) => returns.some((returning) => returning === type);

/** A trajectory as it is now, everything that was told of it, and the event that is reacted to. */
interface Told {
  readonly event: LoggedEvent;
  readonly trajectory: string;
  readonly now: TrajectoryState;
  readonly history: readonly (Recorded<TrajectoryEvent> & LoggedEvent)[];
}

/**
 * Whoever leaves gives the place up; the network proposes it to the lead for the first in line. Who had started, or resumed,
 * after the day of a leaving that is recorded late, has not left, until that start is retracted, or either gets another
 * day. A correction frees nothing twice, and a leaving that is retracted takes no place back: by then it may be somebody
 * else's, so the lead decides.
 *
 * A place rests on an application for its network. When that is retracted, or another one made elsewhere, nobody can
 * decide about the place any more, so it comes free too, as that of who withdraws.
 *
 * Only what stands before the event in the log is freed: run late, or again, it must not take the place of an
 * organisation that came back. Wherever it applied, for by then it may have applied elsewhere. And a place that was given
 * while the organisation was leaving (two streams, so neither knew of the other) is freed by what came last in the log.
 */
export const freePlace: Reaction = {
  name: 'free-place',
  types: [...Object.keys(causes).filter(isLeaving), ...placings, ...returns, applies, retracts],
  async react(event: LoggedEvent, tools: Tools): Promise<void> {
    const [trajectory] = subjectIds(event.subjects, 'trajectory');
    if (!trajectory || !canLeave(event)) return;
    const now = await tools.useCases.trajectoryState(trajectory);
    const own = subjectIds(event.subjects, 'network');
    if (isPlacing(event.type) && own.some((network) => isRestedOn(event, network, now))) return;
    if (isFirst(event, now) && own.some((network) => standsIn(network, now))) return;
    const history = (await tools.useCases.trajectoryHistory(trajectory)) as Told['history'];
    if (event.type === retracts && !isOf([applies, ...returns], event, history)) return;
    const told = { event, trajectory, now, history };
    const at = tools.at(event);
    for (const network of isPlacing(event.type) ? own : networksIn(history)) {
      const cause = await causeIn(network, told, tools);
      if (!cause) continue;
      const command = { type: 'free-place', at, trajectory, cause } as const;
      const outcome = await tools.useCases.network(network, command, metaOf(event, this.name, trajectory, at));
      if (outcome.outcome !== 'accepted') await tools.refused(event, outcome);
    }
  },
};

/** A correction makes it leave by another day than was told first: of the leaving, or of the return after it. */
function canLeave({ type, corrects }: LoggedEvent): boolean {
  if (isReturn(type)) return corrects !== undefined;
  return corrects?.kind !== 'correction' || isLeaving(type);
}

/** Every network that it ever turned to: no other can have given it a place. */
function networksIn(history: Told['history']): string[] {
  return [...new Set(history.flatMap(({ subjects }) => subjectIds(subjects, 'network')))];
}

/** The first application leaves nothing behind; that one need not be looked into, for there are many. */
function isFirst({ type }: LoggedEvent, now: TrajectoryState): boolean {
  return type === applies && now.status === 'known' && now.course.filter(({ fact }) => fact === 'applied').length === 1;
}

/** Whether an application for that network stands, and it has not left. */
function standsIn(network: string, state: TrajectoryState): boolean {
  if (state.status === 'unknown' || state.network !== network) return false;
  return state.course.some(({ fact }) => fact === 'applied') && causeOf(state) === undefined;
}

/** How it left; undefined for who did not. */
function causeOf(state: TrajectoryState): Cause | undefined {
  const step = state.status === 'known' ? courseOf(state.course)?.step : undefined;
  return Object.values(causes).find((cause) => cause === step);
}

/**
 * Whether it rests on the application for that network that stands: an application that was recorded after it is yet to be
 * decided about, whatever became of the one before. So the views have it, too.
 */
function isRestedOn(placed: LoggedEvent, network: string, now: TrajectoryState): boolean {
  if (now.status === 'unknown' || now.appliedAt === undefined) return false;
  return standsIn(network, now) && now.appliedAt <= placed.recordedAt;
}

/** Why the place in that network comes free by this event; undefined when it does not. */
async function causeIn(network: string, told: Told, tools: Tools): Promise<Cause | undefined> {
  const { event, now, history } = told;
  const placed = await lastPlacing(network, told, tools);
  if (!placed || placed.position > event.position) return undefined;
  if (isLeaving(event.type) || isReturn(event.type) || isOf(returns, event, history)) {
    if (isLeaving(event.type) && isRetracted(event, history)) return undefined;
    if (event.corrects && causeOf(stateBefore(event, history))) return undefined;
    return causeOf(foldOf(history.filter(({ position }) => position <= event.position)));
  }
  if (isRestedOn(placed, network, now)) return undefined;
  if (!isPlacing(event.type)) return causeOf(now) ?? 'withdrawn';
  const before = stateBefore(event, history);
  return standsIn(network, before) ? undefined : (causeOf(before) ?? 'withdrawn');
}

function stateBefore(event: LoggedEvent, history: Told['history']): TrajectoryState {
  return foldOf(history.filter(({ position }) => position < event.position));
}

function foldOf(history: Told['history']): TrajectoryState {
  return evolveAll(trajectories, inPlace(history));
}

/** The last that the network gave it. */
async function lastPlacing(network: string, { trajectory }: Told, { useCases }: Tools) {
  const about = subject('trajectory', trajectory);
  const history = await useCases.networkHistory(network);
  return history.findLast(({ type, subjects }) => isPlacing(type) && subjects.includes(about));
}

function isRetracted({ id, corrects: own }: LoggedEvent, history: Told['history']): boolean {
  const told = own?.event ?? id;
  return history.some(({ corrects }) => corrects?.event === told && corrects.kind === 'retraction');
}

/** Whether what is corrected or retracted is a fact of these types. */
function isOf(types: readonly string[], { corrects }: LoggedEvent, history: Told['history']): boolean {
  return history.some((fact) => fact.id === corrects?.event && types.includes(fact.type));
}
