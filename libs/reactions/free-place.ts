import { subjectIds } from '#domain/kernel/subject';
import type { LoggedEvent } from '#log/contract/codec';
import { metaOf, type Reaction, type Tools } from './reaction.ts';

const causes = {
  'trajectory.withdrawn.v1': 'withdrawn',
  'trajectory.stopped.v1': 'stopped',
  'trajectory.passed-on.v1': 'passed-on',
} as const;

type Leaving = keyof typeof causes;

const isLeaving = (type: string): type is Leaving => type in causes;

/**
 * Whoever leaves gives the place up; the network proposes it to the lead for the first in line. A correction of a leaving
 * frees nothing twice, and a retraction takes no place back: by then it may be somebody else's, so the lead decides.
 */
export const freePlace: Reaction = {
  name: 'free-place',
  types: Object.keys(causes).filter(isLeaving),
  async react(event: LoggedEvent, tools: Tools): Promise<void> {
    const { type } = event;
    const [trajectory] = subjectIds(event.subjects, 'trajectory');
    if (event.corrects || !isLeaving(type) || !trajectory) return;
    const state = await tools.useCases.trajectoryState(trajectory);
    if (state.status === 'unknown' || !state.network) return;
    const at = tools.at(event);
    const outcome = await tools.useCases.network(
      state.network,
      { type: 'free-place', at, trajectory, cause: causes[type] },
      metaOf(event, this.name, trajectory, at),
    );
    if (outcome.outcome !== 'accepted') await tools.refused(event, outcome);
  },
};
