import type { Aggregate, Decision, Refusal, Warning } from '#domain/kernel/decision';
import type { Content, New } from '#domain/kernel/event';
import type { CommandMeta } from '../contract/envelope.ts';
import { LogUnavailable } from '../contract/errors.ts';
import type { Log } from '../log.ts';
import { BackOff, Deadline, patience } from '../patience.ts';
import { CommandKeys } from '../protection/command-keys.ts';
import type { Vault } from '../protection/vault.ts';
import { acknowledged, draftsOf, hasDigest, type NamedCommand } from './draft.ts';
import { type Entity, emptyEntity, extended } from './entity.ts';
import { EntityCache } from './entity-cache.ts';
import type { Answer, Outcome } from './outcome.ts';
import { Turns } from './turns.ts';

/** A command on its way to a stream, with the decision that it asks for. */
export interface Order<State, Command extends NamedCommand, E extends Content, Context> {
  readonly aggregate: Aggregate<State, Command, E, Context>;
  readonly id: string;
  readonly command: NamedCommand;
  readonly meta: CommandMeta;
  /** Decides on the entity as given; asked again, with fresher reading, before a refusal or an empty answer stands. */
  decide(entity: Entity<State, E>): Promise<Decision<E>>;
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
  private readonly cache = new EntityCache(5_000);
  private readonly turns = new Turns();

  constructor(
    private readonly log: Streams,
    private readonly vault: Vault,
  ) {}

  /** @throws LogUnavailable when the log did not answer and the outcome could not be found out. */
  execute<S, C extends NamedCommand, E extends Content, X>(order: Order<S, C, E, X>): Promise<Outcome> {
    const stream = streamOf(order.aggregate, order.id);
    // Within a process the commands of one stream take turns: cheaper than letting them conflict.
    return this.turns.take(stream, () => this.settle(order, stream));
  }

  /** The entity with everything that the log holds of it at this moment. */
  async fresh<S, C, E extends Content, X>(aggregate: Aggregate<S, C, E, X>, id: string): Promise<Entity<S, E>> {
    const stream = streamOf(aggregate, id);
    const cached = this.cache.get<S, E>(stream) ?? emptyEntity(stream, aggregate);
    const tail = await this.log.readStream(stream, { from: cached.revision + 1 });
    return this.cache.keep(extended(cached, aggregate, tail));
  }

  private async settle<S, C extends NamedCommand, E extends Content, X>(
    order: Order<S, C, E, X>,
    stream: string,
  ): Promise<Outcome> {
    const cached = this.cache.get<S, E>(stream);
    const errand = { deadline: new Deadline(patience.command), keys: new CommandKeys(this.vault) };
    let isFresh = !cached;
    try {
      let entity = cached ?? (await this.fresh(order.aggregate, order.id));
      for (let conflicts = 0; conflicts <= patience.conflicts && !errand.deadline.isPast; ) {
        const outcome = await this.attempt(order, entity, isFresh, errand);
        if (outcome !== 'read-again' && outcome !== 'conflicted') return outcome;
        if (outcome === 'conflicted') conflicts++;
        entity = await this.fresh(order.aggregate, order.id);
        isFresh = true;
      }
    } finally {
      errand.keys.giveBack();
    }
    throw new LogUnavailable(`${stream} is changed by others all the time; send the command again`);
  }

  private async attempt<S, C extends NamedCommand, E extends Content, X>(
    order: Order<S, C, E, X>,
    entity: Entity<S, E>,
    isFresh: boolean,
    errand: Errand,
  ): Promise<Outcome | 'read-again' | 'conflicted'> {
    const repeated = repeatOf(order, entity);
    if (repeated) return repeated;
    const expected = order.meta.expectedRevision;
    if (expected !== undefined && expected !== entity.revision) {
      if (!isFresh) return 'read-again';
      const between = entity.history.filter((event) => event.revision > expected);
      return { outcome: 'conflict', expected, actual: entity.revision, between };
    }
    const decision = await order.decide(entity);
    const isEmpty = decision.outcome === 'refused' || decision.events.length === 0;
    if (isEmpty && !isFresh) return 'read-again';
    if (decision.outcome === 'refused') return decision;
    if (isEmpty) return accepted(entity, [], decision.warnings);
    return this.append(order, entity, decision, errand);
  }

  private async append<S, C extends NamedCommand, E extends Content, X>(
    order: Order<S, C, E, X>,
    entity: Entity<S, E>,
    decision: { events: readonly New<E>[]; warnings: readonly Warning[] },
    { deadline, keys }: Errand,
  ): Promise<Outcome | 'conflicted'> {
    const { command, meta } = order;
    const { stream } = entity;
    const writing = { log: this.log.id, stream, command, meta, warnings: decision.warnings };
    const drafts = await draftsOf(decision.events, writing, keys.nextTry());
    const pauses = new BackOff(patience.repeat);
    for (let tries = 1; ; tries++) {
      const result = await this.log.append(stream, entity.revision, drafts);
      // When an earlier try was done after all, the next reading finds the command absorbed.
      if (result.outcome === 'wrong-revision') return 'conflicted';
      if (result.outcome === 'too-large') return { outcome: 'refused', refusal: tooLarge };
      keys.mayBeInTheLog();
      if (result.outcome === 'appended') {
        const events = acknowledged(drafts, stream, result);
        const after = this.cache.keep(extended(entity, order.aggregate, events));
        return accepted(after, events, decision.warnings, result.position);
      }
      if (tries === patience.appends || deadline.isPast) break;
      await pauses.wait();
    }
    this.cache.drop(stream);
    throw new LogUnavailable('the outcome of an append is unknown; send the same command again');
  }
}

/** Whoever sends it has to make it smaller: a file of applications can be split, a text shortened. */
const tooLarge: Refusal = {
  code: 'too-large',
  nl: 'Dit is te veel om in een keer vast te leggen. Splits het bestand, of maak de teksten korter.',
  en: 'This is too much to record at once. Split the file, or make the texts shorter.',
  data: {},
  fields: [],
};

/** The stream of one aggregate: `trajectory-0197…`. */
export function streamOf(aggregate: { readonly name: string }, id: string): string {
  return `${aggregate.name}-${id}`;
}

function repeatOf<S, C extends NamedCommand, E extends Content, X>(
  { meta, command }: Order<S, C, E, X>,
  entity: Entity<S, E>,
): Outcome | undefined {
  const first = entity.absorbed.get(meta.actor, meta.commandId);
  if (!first) return undefined;
  if (!hasDigest(command, first.digest)) return { outcome: 'id-reused' };
  const { events, warnings, revision, position } = first;
  const answer: Answer = { stream: entity.stream, events, warnings, revision, position, repeated: true };
  return { outcome: 'accepted', answer, warnings: [] };
}

function accepted<S, E extends Content>(
  entity: Entity<S, E>,
  events: readonly { id: string; type: string }[],
  warnings: readonly Warning[],
  position?: bigint,
): Outcome {
  const answer: Answer = {
    stream: entity.stream,
    events: events.map(({ id, type }) => ({ id, type })),
    warnings: warnings.map((warning) => warning.code),
    revision: entity.revision,
    position,
    repeated: false,
  };
  return { outcome: 'accepted', answer, warnings };
}
