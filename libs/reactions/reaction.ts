import { v5 as derived } from 'uuid';
import type { UseCases } from '#commands/use-cases';
import type { AnyEvent } from '#domain/registry';
import type { LoggedEvent } from '#log/contract/codec';
import type { CommandMeta } from '#log/contract/envelope';
import type { Vault } from '#log/protection/vault';
import type { Outcome } from '#log/repository/outcome';

/** What a reaction may use. */
export interface Tools {
  readonly useCases: UseCases;
  readonly vault: Vault;
  /** The moment of recording of what follows from this event. */
  at(cause: LoggedEvent): string;
  /** The events of these types in the programme of this event that stand before it in the log, in its order. */
  earlier(than: LoggedEvent, types: readonly AnyEvent['type'][]): Promise<readonly LoggedEvent[]>;
  /** Keeps a refusal for people to see; the reaction goes on. */
  refused(cause: LoggedEvent, outcome: Exclude<Outcome, { outcome: 'accepted' }>): Promise<void>;
}

/**
 * A durable process: when an event of these types stands in the log, it sends commands back into the log. It may be run
 * again for the same event at any time, by any number of workers: the ids of its commands follow from the event.
 */
export interface Reaction {
  readonly name: string;
  readonly types: readonly AnyEvent['type'][];
  react(event: LoggedEvent, tools: Tools): Promise<void>;
}

/** The command of a reaction: on behalf of nobody but the actor whose event caused it, and traceable to that event. */
export function metaOf(cause: LoggedEvent, reaction: string, place: string, at: string): CommandMeta {
  const { actor, role, grant, correlation } = cause.envelope;
  return {
    commandId: derived(`${reaction} ${place}`, cause.id),
    actor,
    role,
    grant,
    channel: { kind: 'reaction', name: reaction },
    at,
    causation: cause.id,
    correlation,
  };
}
