import type { TrajectoryEvent } from './events.ts';

type TypeOfContent = `trajectory.${'local-change' | 'question' | 'contacted' | 'lead-judged' | 'support'}${string}`;

/** The events that say what a trajectory is about and what was done for it. */
export type ContentEvent = Extract<TrajectoryEvent, { type: TypeOfContent }>;

const contentTypes: readonly string[] = [
  'trajectory.local-change-brought-in.v1',
  'trajectory.question-brought-in.v1',
  'trajectory.question-sharpened.v1',
  'trajectory.contacted.v1',
  'trajectory.lead-judged.v1',
  'trajectory.support-requested.v1',
  'trajectory.support-matched.v1',
  'trajectory.support-delivered.v1',
  'trajectory.support-completed.v1',
] satisfies ContentEvent['type'][];

export function isContentEvent<E extends TrajectoryEvent>(event: E): event is E & ContentEvent {
  return contentTypes.includes(event.type);
}
