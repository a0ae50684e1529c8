import type { LoggedEvent } from '../contract/codec.ts';

/** The revisions of first events. Command ids are the actor's own: two actors that choose the same id sent two commands. */
class FirstEvents {
  private readonly byActor = new Map<string, Map<string, number>>();

  get(actor: string, commandId: string): number | undefined {
    return this.byActor.get(actor)?.get(commandId);
  }

  add(actor: string, commandId: string, revision: number): void {
    const own = this.byActor.get(actor) ?? new Map<string, number>();
    if (own.size === 0) this.byActor.set(actor, own);
    if (!own.has(commandId)) own.set(commandId, revision);
  }
}

/**
 * The commands that a stream absorbed, up to a revision: of each, where its first event stands. What was answered to it
 * is read from there when it comes again, which is seldom; to keep all answers would be to keep all events.
 *
 * Never changed as seen from outside: what comes after it is another one. Inside, all of one stream share a map that only
 * grows, and each looks no further than its own revision. That is sound because a stream has one course, which the log
 * holds: two that were made from the same one can only have added the same. A copy for each command was the largest cost
 * of a command on a long stream.
 */
export class AbsorbedCommands {
  /** Of a stream in which nothing has happened. */
  static readonly none = new AbsorbedCommands(new FirstEvents(), -1);

  private constructor(
    private readonly firsts: FirstEvents,
    private readonly revision: number,
  ) {}

  /** The revision of the command's first event; undefined when it was not absorbed. */
  get(actor: string, commandId: string): number | undefined {
    const first = this.firsts.get(actor, commandId);
    return first === undefined || first > this.revision ? undefined : first;
  }

  /** These, and the commands of the events that follow. */
  with(events: readonly LoggedEvent[]): AbsorbedCommands {
    const firsts = this === AbsorbedCommands.none ? new FirstEvents() : this.firsts;
    let revision = this.revision;
    for (const event of events) {
      const { actor, command } = event.envelope;
      firsts.add(actor, command.id, event.revision);
      revision = event.revision;
    }
    return new AbsorbedCommands(firsts, revision);
  }
}
