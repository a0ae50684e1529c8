import type { LoggedEvent } from '../contract/codec.ts';
import type { Envelope } from '../contract/envelope.ts';

/** The first answer to a command, kept as long as its events are: for ever. */
export interface Absorbed {
  readonly digest: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly warnings: readonly string[];
  readonly revision: number;
  readonly position: bigint;
}

type Answers = ReadonlyMap<string, Absorbed>;

/** How many commands the upper layer takes before it goes down into the lower one. */
const layer = 16;

/**
 * The commands that a stream absorbed. Never changed: what comes after it is another one. In two layers, because copying
 * all of them for each command was the largest cost of a command on a long stream.
 */
export class AbsorbedCommands {
  static readonly none = new AbsorbedCommands(new Map(), new Map());

  private constructor(
    private readonly lower: Answers,
    private readonly upper: Answers,
  ) {}

  get(actor: string, commandId: string): Absorbed | undefined {
    const key = keyOf(actor, commandId);
    return this.upper.get(key) ?? this.lower.get(key);
  }

  /** These, and the commands of the events that follow. */
  with(events: readonly LoggedEvent[]): AbsorbedCommands {
    const upper = new Map(this.upper);
    for (const event of events) {
      const { actor, command, warnings }: Envelope = event.envelope;
      const key = keyOf(actor, command.id);
      const before = upper.get(key) ?? this.lower.get(key);
      const recorded = { id: event.id, type: event.type };
      upper.set(key, {
        digest: command.digest,
        events: before ? [...before.events, recorded] : [recorded],
        warnings: before?.warnings ?? warnings ?? [],
        revision: event.revision,
        position: event.position,
      });
    }
    if (upper.size <= layer) return new AbsorbedCommands(this.lower, upper);
    const lower = new Map(this.lower);
    for (const [key, answer] of upper) lower.set(key, answer);
    return new AbsorbedCommands(lower, new Map());
  }
}

/** Command ids are the actor's own: two actors that choose the same id sent two commands. */
function keyOf(actor: string, commandId: string): string {
  return `${actor} ${commandId}`;
}
