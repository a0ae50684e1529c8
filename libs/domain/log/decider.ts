import { type Aggregate, accept, type Decision, never, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { refusal } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import type { ClearText } from '../kernel/text.ts';
import type { LogEvent } from './events.ts';

/** To destroy a key of protected text, so that what it sealed can never be read again. */
export interface DestroyKey {
  readonly type: 'destroy-key';
  readonly at: string;
  readonly key: string;
  readonly reason: ClearText;
}

/** What the log says of itself, up to now. */
export interface LogState {
  /** The id of the genesis event; absent before it. */
  readonly log?: string;
  readonly destroyed: ReadonlySet<string>;
}

function decide(command: DestroyKey, state: LogState, context: { isKnown: boolean }): Decision<LogEvent> {
  const { key, reason } = command;
  if (!context.isKnown || state.log === undefined) {
    const says = { nl: 'Deze sleutel bestaat niet.', en: 'This key does not exist.' };
    return refuse(refusal('key-unknown', says, { data: { key }, fields: ['key'] }));
  }
  if (state.destroyed.has(key)) return accept<LogEvent>([]);
  const subjects = [subject('log', state.log)];
  return accept<LogEvent>([{ type: 'log.key-destroyed.v1', data: { key, reason }, subjects }]);
}

function evolve(state: LogState, event: Recorded<LogEvent>): LogState {
  switch (event.type) {
    case 'log.started.v1':
      return { ...state, log: event.id };
    case 'log.key-destroyed.v1':
      return { ...state, destroyed: new Set([...state.destroyed, event.data.key]) };
    default:
      return never(event);
  }
}

/** The log as a stream of its own: `samenspel-log`. */
export const logAggregate: Aggregate<LogState, DestroyKey, LogEvent, { isKnown: boolean }> = {
  name: 'samenspel',
  initial: { destroyed: new Set() },
  decide,
  evolve,
};
