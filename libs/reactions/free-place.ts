import { subject, subjectIds } from '#domain/kernel/subject';
import { courseOf, endedSteps } from '#domain/trajectory/course';
import type { KnownTrajectory } from '#domain/trajectory/state';
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

const placings = ['network.place-given.v1', 'network.put-on-waiting-list.v1'] as const;

const isPlacing = (type: string) => placings.some((placing) => placing === type);

/**
 * Whoever leaves gives the place up; the network proposes it to the lead for the first in line. A correction of a leaving
 * frees nothing twice, and a retraction takes no place back: by then it may be somebody else's, so the lead decides.
 *
 * A leaving frees only the place that it left: run late, or again, it must not take the place of an organisation that
 * came back. And a place that was given while the organisation was leaving (two streams, so neither knew of the other)
 * is freed by what came last in the log.
 */
export const freePlace: Reaction = {
  name: 'free-place',
  types: [...Object.keys(causes).filter(isLeaving), ...placings],
  async react(event: LoggedEvent, tools: Tools): Promise<void> {
    const [trajectory] = subjectIds(event.subjects, 'trajectory');
    if (event.corrects || !trajectory) return;
    const state = await tools.useCases.trajectoryState(trajectory);
    const network = subjectIds(event.subjects, 'network')[0] ?? (state.status === 'known' ? state.network : undefined);
    if (state.status === 'unknown' || !network) return;
    const cause = isLeaving(event.type)
      ? await causeOfLeaving(event, causes[event.type], { state, network }, tools)
      : await causeOfPlacing(event, state, tools);
    if (!cause) return;
    const at = tools.at(event);
    const outcome = await tools.useCases.network(
      network,
      { type: 'free-place', at, trajectory, cause },
      metaOf(event, this.name, trajectory, at),
    );
    if (outcome.outcome !== 'accepted') await tools.refused(event, outcome);
  },
};

/** The leaving still stands, and what the network gave was given before it. */
async function causeOfLeaving(
  { position }: LoggedEvent,
  cause: Cause,
  { state, network }: { state: KnownTrajectory; network: string },
  { useCases }: Tools,
): Promise<Cause | undefined> {
  if (!state.course.some(({ fact }) => fact === cause)) return undefined;
  const about = subject('trajectory', state.trajectory);
  const history = await useCases.networkHistory(network);
  const placed = history.findLast(({ type, subjects }) => isPlacing(type) && subjects.includes(about));
  return placed && placed.position < position ? cause : undefined;
}

/** The organisation had left when the place was given, and is still gone. */
async function causeOfPlacing(
  { position }: LoggedEvent,
  { trajectory, course }: KnownTrajectory,
  { useCases }: Tools,
): Promise<Cause | undefined> {
  const now = courseOf(course);
  if (!now || !endedSteps.includes(now.step)) return undefined;
  const history = await useCases.trajectoryHistory(trajectory);
  const left = history.findLast(({ type, corrects }) => isLeaving(type) && !corrects);
  return left && isLeaving(left.type) && left.position < position ? causes[left.type] : undefined;
}
