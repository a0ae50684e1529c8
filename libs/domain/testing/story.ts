import type { Aggregate, Decision, Refusal } from '../kernel/decision.ts';
import { type Content, inPlace, type New, type Recorded } from '../kernel/event.ts';
import { registry } from '../registry.ts';

/** Ids for tests: the same number is the same id. */
export function idNumber(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** What came of a command, in codes: event types without their aggregate and version. */
export type Came =
  | { readonly recorded: readonly string[]; readonly warned: readonly string[] }
  | { readonly refused: string };

export function came(decision: Decision<Content>): Came {
  if (decision.outcome === 'refused') return { refused: decision.refusal.code };
  return {
    recorded: decision.events.map(({ type }) => type.replace(/^[a-z]+\./, '').replace(/\.v\d+$/, '')),
    warned: decision.warnings.map(({ code }) => code),
  };
}

/** The refusal of a decision; throws when it was accepted. */
export function refusalOf(decision: Decision<Content>): Refusal {
  if (decision.outcome === 'accepted') throw new Error('It was accepted.');
  return decision.refusal;
}

/**
 * A stream in memory: `given` what happened, `when` this is decided. Used by tests only. Every event is held against
 * the registry, so that no decider brings forth what the log would refuse.
 */
export class Story<S, C extends { readonly at: string }, E extends Content, X> {
  readonly history: Recorded<E>[] = [];

  constructor(
    private readonly aggregate: Aggregate<S, C, E, X>,
    public context: X,
  ) {}

  get state(): S {
    return inPlace(this.history).reduce((s, e) => this.aggregate.evolve(s, e), this.aggregate.initial);
  }

  /** Decides these commands one after the other; each must be accepted. */
  given(...commands: readonly C[]): this {
    for (const command of commands) {
      const decision = this.aggregate.decide(command, this.state, this.context);
      if (decision.outcome === 'refused') throw new Error(`Given, but refused: ${decision.refusal.code}`);
      this.record(decision.events, command.at);
    }
    return this;
  }

  /** Decides one command and records what comes of it. */
  when(command: C): Came {
    const decision = this.decide(command);
    if (decision.outcome === 'accepted') this.record(decision.events, command.at);
    return came(decision);
  }

  decide(command: C): Decision<E> {
    return this.aggregate.decide(command, this.state, this.context);
  }

  record(events: readonly New<E>[], at: string): void {
    for (const event of events) {
      registry.get(event.type)?.data.parse(event.data);
      this.history.push({ ...event, id: idNumber(900_000 + this.history.length), recordedAt: at });
    }
  }
}
