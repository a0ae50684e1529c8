import type { SupportRequest } from '../../data/answers/support.ts';
import { type Command, command } from '../../ui/facts/commands.ts';
import { on } from '../../ui/facts/shared-fields.ts';

const of = '/v1/trajectories/{id}/support-requests/{support}';

const match = command(
  'do.matchSupport',
  `${of}/matches`,
  { name: 'expert', kind: 'person', required: true },
  { name: 'plannedMinutes', kind: 'number', required: true },
  on,
);
const deliver = command(
  'do.deliverSupport',
  `${of}/deliveries`,
  { name: 'minutes', kind: 'number', required: true, label: 'fact.minutesDelivered' },
  on,
);
const complete = command(
  'do.completeSupport',
  `${of}/completions`,
  { name: 'result', kind: 'text', required: true },
  on,
);

/** Everything that can be recorded of a request. */
export const allSupportCommands: readonly Command[] = [match, deliver, complete];

/** How far a request for local support is. */
export function supportState({ matchedOn, completedOn, delivered }: SupportRequest) {
  if (completedOn !== null) return 'completed';
  if (delivered > 0) return 'delivered';
  return matchedOn === null ? 'requested' : 'matched';
}

/** What comes next for a request, the most likely first; what was completed can get hours afterwards. */
export function supportCommands(request: SupportRequest): readonly Command[] {
  switch (supportState(request)) {
    case 'requested':
      return [match, deliver, complete];
    case 'matched':
    case 'delivered':
      return [deliver, complete, match];
    case 'completed':
      return [deliver];
  }
}
