import type { Aggregate, Decision, Warning } from '#domain/kernel/decision';
import type { Content, New } from '#domain/kernel/event';
import type { Draft, LoggedEvent } from '../contract/codec.ts';
import type { CommandMeta } from '../contract/envelope.ts';
import { LogUnavailable } from '../contract/errors.ts';
import type { Appended, Log } from '../log.ts';
import { BackOff, Deadline, patience, withTimeLimit } from '../patience.ts';
import { CommandKeys } from '../protection/command-keys.ts';
import type { Vault } from '../protection/vault.ts';
import { accepted, answerAgain, tooLarge } from './answers.ts';
import { Breath } from './breath.ts';
import { acknowledged, countTexts, draftsOf, type NamedCommand } from './draft.ts';
import { type Entity, type EventOf, emptyEntity, extended, folded, isOf } from './entity.ts';
import { EntityCache } from './entity-cache.ts';
import type { Outcome } from './outcome.ts';
import { Turns } from './turns.ts';

/** A command on its way to a stream, with the decision that it asks for. */
export interface Order<State, Command extends NamedCommand, E extends Content, Context> {
  readonly aggregate: Aggregate<State, Command, E, Context>;
  readonly id: string;
  readonly command: NamedCommand;
  readonly meta: CommandMeta;
  /**
   * That the command begins its stream. As long as nothing is known of the stream, it is then decided on nothing, and
   * appended as its first event, without a reading first; if there is such a stream after all, the log says so.
   */
  readonly begins?: boolean;
  /**
   * Decides on the entity as given; asked again, with fresher reading, before a refusal or an empty answer stands.
   * `history` reads the events that the entity is made of, as they stand in the log.
   */
  decide(entity: Entity<State>, history: () => Promise<readonly EventOf<E>[]>): Promise<Decision<E>>;
}

/** What the repository needs of the log. */
export type Streams = Pick<Log, 'id' | 'append' | 'readStream'>;

/** What one command has with it until it is settled: the time it may take, and the keys of its protected text. */
interface Errand {
  readonly deadline: Deadline;
  readonly keys: CommandKeys;
}

/**
 * Takes commands to their streams (invariants 9 and 10): accepts fast, on the cached state, under the expected revision;
 * refuses only after reading the stream's tail; resolves unknown outcomes; answers a repeated command as the first time.
 * This is the one place where conflicts are retried; how long and how often is in `patience`.
 *
 * There are no snapshots, because streams stay short. A trajectory has some hundred events in its life; to read and fold
 * 100 takes 13 ms, once, after which it is in the cache (1,000: 0.1 s, 10,000: 1 s; `npm run bench -- streams`, on two
 * busy cores). Snapshots would be a second form of every state, to be kept in step with every release.
 */
export class Repository {
  private readonly cache = new EntityCache({ entities: 5_000, events: 200_000 });
  private readonly turns = new Turns();
  private readonly breath = new Breath();

  constructor(
    private readonly log: Streams,
    private readonly vault: Vault,
  ) {}

  /** @throws LogUnavailable when the log did not answer and the outcome could not be found out. */
  execute<S, C extends NamedCommand, E extends Content, X>(order: Order<S, C, E, X>): Promise<Outcome> {
    const stream = streamOf(order.aggregate, order.id);
    const deadline = new Deadline(patience.command);
    // Within a process the commands of one stream take turns: cheaper than letting them conflict.
    const turn = this.turns.enter(stream) ?? (this.turns.areMany ? this.breath.next() : undefined);
    return turn ? turn.then(() => this.settle(order, stream, deadline)) : this.settle(order, stream, deadline);
  }

  /** The entity with everything that the log holds of it at this moment. */
  fresh<S, C, E extends Content, X>(aggregate: Aggregate<S, C, E, X>, id: string): Promise<Entity<S>> {
    return this.read(aggregate, streamOf(aggregate, id));
  }

  /** Every event of the aggregate, in the order of the log. Read anew: the cache holds none. */
  async history<S, C, E extends Content, X>(
    aggregate: Aggregate<S, C, E, X>,
    id: string,
  ): Promise<readonly EventOf<E>[]> {
    return (await this.log.readStream(streamOf(aggregate, id))) as readonly EventOf<E>[];
  }

  private async read<S, C, E extends Content, X>(aggregate: Aggregate<S, C, E, X>, stream: string): Promise<Entity<S>> {
    const cached = this.cache.get<S>(stream);
    if (cached) {
      const tail = await this.log.readStream(stream, { from: cached.revision + 1 });
      const entity = extended(cached, aggregate, tail);
      if (entity) return this.cache.keep(entity);
    }
    return this.cache.keep(folded(stream, aggregate, await this.log.readStream(stream)));
  }

  /**
   * A log that was put back to an earlier copy has lost what is known here: commands would be refused for what is no more, or
   * wait without end for what came after it. Then nothing that is known counts any more, of any stream.
   */
  private async forgetWhatIsGone(stream: string): Promise<void> {
    const known = this.cache.get(stream);
    if (!known) return;
    const [last] = await this.eventsOf(stream, known.revision, known.revision);
    if (!last || !isOf(known, last)) this.cache.clear();
  }

  private async settle<S, C extends NamedCommand, E extends Content, X>(
    order: Order<S, C, E, X>,
    stream: string,
    deadline: Deadline,
  ): Promise<Outcome> {
    const errand = { deadline, keys: new CommandKeys(this.vault) };
    const pauses = new BackOff(patience.repeat);
    try {
      // Many may have waited for their turn while the log hung: each of them would wait for it once more.
      if (deadline.isPast) throw late(stream);
      let entity = this.cache.get<S>(stream);
      if (!entity && order.begins) entity = emptyEntity(stream, order.aggregate);
      let isFresh = !entity;
      entity ??= await this.read(order.aggregate, stream);
      for (let conflicts = 0; conflicts <= patience.conflicts && !errand.deadline.isPast; ) {
        const outcome = await this.attempt(order, entity, isFresh, errand);
        if (outcome !== 'read-again' && outcome !== 'conflicted') return outcome;
        const { revision } = entity;
        await this.forgetWhatIsGone(stream);
        entity = await this.read(order.aggregate, stream);
        isFresh = true;
        if (outcome !== 'conflicted') continue;
        conflicts++;
        // There is something else by then, but it is not to be read yet.
        if (entity.revision === revision) await pauses.wait();
      }
    } finally {
      errand.keys.giveBack();
      this.turns.leave(stream);
    }
    throw late(stream);
  }

  private async attempt<S, C extends NamedCommand, E extends Content, X>(
    order: Order<S, C, E, X>,
    entity: Entity<S>,
    isFresh: boolean,
    errand: Errand,
  ): Promise<Outcome | 'read-again' | 'conflicted'> {
    const { command, meta } = order;
    const { stream, revision } = entity;
    const first = entity.absorbed.get(meta.actor, meta.commandId);
    if (first !== undefined) return answerAgain(this.log, { stream, command, meta, first });
    const expected = meta.expectedRevision;
    if (expected !== undefined && expected !== revision) {
      if (!isFresh) return 'read-again';
      const between = await this.eventsOf(stream, expected + 1, revision);
      return { outcome: 'conflict', expected, actual: revision, between };
    }
    const decision = await order.decide(entity, async () => (await this.eventsOf(stream, 0, revision)) as EventOf<E>[]);
    const isEmpty = decision.outcome === 'refused' || decision.events.length === 0;
    if (isEmpty && !isFresh) return 'read-again';
    if (decision.outcome === 'refused') return decision;
    if (isEmpty) return accepted(decision.warnings, { stream, revision, events: [], position: undefined });
    return await this.record(order, entity, decision, errand);
  }

  private async record<S, C extends NamedCommand, E extends Content, X>(
    order: Order<S, C, E, X>,
    entity: Entity<S>,
    { events, warnings }: { events: readonly New<E>[]; warnings: readonly Warning[] },
    errand: Errand,
  ): Promise<Outcome | 'conflicted'> {
    const { command, meta, aggregate } = order;
    const { stream, revision } = entity;
    const keys = errand.keys.nextTry();
    const missing = keys.reserve(countTexts(events));
    if (missing) await withTimeLimit(missing, patience.call).catch(noKey);
    const drafts = draftsOf(events, { log: this.log.id, stream, command, meta, warnings }, keys);
    // Its moment of recording was given when it came in. Much later it would tell of a past that was answered about.
    if (errand.deadline.isPast)
      throw new LogUnavailable(`${stream} could not be reached in time; send the command again`);
    let result = await this.log.append(stream, revision, drafts);
    if (result.outcome === 'unknown') result = await this.insist(entity, drafts, errand);
    // When an earlier try was done after all, the next reading finds the command absorbed.
    if (result.outcome === 'wrong-revision') return 'conflicted';
    if (result.outcome === 'too-large') return { outcome: 'refused', refusal: tooLarge };
    keys.mayBeInTheLog();
    const recorded = acknowledged(drafts, stream, result);
    this.remember(extended(entity, aggregate, recorded), stream);
    return accepted(warnings, { stream, revision: result.revision, events: recorded, position: result.position });
  }

  /** Tries an append of unknown outcome again, with the same ids and the same expected revision, until it is known. */
  private async insist(
    { stream, revision }: Entity<unknown>,
    drafts: readonly Draft[],
    { deadline, keys }: Errand,
  ): Promise<Exclude<Appended, { outcome: 'unknown' }>> {
    keys.mayBeInTheLog();
    const pauses = new BackOff(patience.repeat);
    for (let tries = 1; tries < patience.appends && !deadline.isPast; tries++) {
      await pauses.wait();
      const result = await this.log.append(stream, revision, drafts);
      if (result.outcome !== 'unknown') return result;
    }
    this.cache.drop(stream);
    throw new LogUnavailable('the outcome of an append is unknown; send the same command again');
  }

  /** What a correction came to is not known before the stream is folded anew, by whoever needs it next. */
  private remember<S>(after: Entity<S> | undefined, stream: string): void {
    if (after) this.cache.keep(after);
    else this.cache.drop(stream);
  }

  /** The events of a stream from one revision to another, both included. */
  private async eventsOf(stream: string, from: number, to: number): Promise<LoggedEvent[]> {
    return from > to ? [] : this.log.readStream(stream, { from, limit: to - from + 1 });
  }
}

function late(stream: string): LogUnavailable {
  return new LogUnavailable(`${stream} had no turn, or was changed by others all the time; send the command again`);
}

function noKey(cause: unknown): never {
  throw new LogUnavailable('no key for the protected text of a command; send the command again', { cause });
}

/** The stream of one aggregate: `trajectory-0197…`. */
export function streamOf(aggregate: { readonly name: string }, id: string): string {
  return `${aggregate.name}-${id}`;
}
