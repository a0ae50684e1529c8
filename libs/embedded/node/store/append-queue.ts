import { type Expected, lengthInLog, type ProposedEvent, type RecordedEvent } from '../event.ts';
import type { AppendOutcome } from '../protocol/append-response.ts';
import { type Decision, decide, type Knowledge } from './decide.ts';
import type { LogReader } from './log-reader.ts';
import type { LogWriter } from './log-writer.ts';
import { type EventPlace, RecentEvents } from './recent-events.ts';
import type { Revisions } from './revisions.ts';
import type { Tail } from './tail.ts';

/** A group is bounded so that one statement stays small, and the first in it does not wait long. */
const GROUP_EVENTS = 2000;
const GROUP_BYTES = 4 * 1024 * 1024;
const RECENT_EVENTS = 50_000;

export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
  /** Milliseconds since 1970; an append that is not begun by then is not done at all. */
  readonly deadline: number | null;
  /** Their size together, as `sizeOf` counts it. */
  readonly size: number;
  /** Whether nobody waits for it any more: then it is not begun either. Left out where that cannot be known. */
  readonly isGivenUp?: () => boolean;
}

interface Waiting {
  readonly append: Append;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface AppendQueueParts {
  readonly writer: LogWriter;
  readonly reader: LogReader;
  readonly revisions: Revisions;
  readonly tail: Tail;
}

/**
 * Decides appends one after another and commits them in groups: while one group is being committed the next one
 * collects. Every answer, a refusal too, is given after the commit of its group, because a refusal may rest on what
 * an append before it in the same group has written.
 */
export class AppendQueue {
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  readonly #recent = new RecentEvents(RECENT_EVENTS);
  readonly #parts: AppendQueueParts;

  constructor(parts: AppendQueueParts) {
    this.#parts = parts;
  }

  /**
   * @returns what became of it, once that is durable.
   * @throws NotWrittenError, UnresolvedError.
   */
  append(append: Append): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Returns when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    // Lets everything that arrived in the same breath into the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#nextGroup());
    this.#running = null;
  }

  #nextGroup(): Waiting[] {
    let [count, events, bytes] = [0, 0, 0];
    for (const { append } of this.#waiting) {
      events += append.events.length;
      bytes += append.size;
      if (count > 0 && (events > GROUP_EVENTS || bytes > GROUP_BYTES)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      // First of all: once nothing can be written any more, nobody waits for storage to be read either.
      await this.#parts.writer.restore();
      await this.#parts.revisions.prepare(group.map(({ append }) => append.stream));
      const draft = new Draft(this.#parts, this.#recent);
      const answers: (() => void)[] = [];
      for (const { append, resolve } of group) {
        const decided = draft.decide(append);
        const outcome = decided instanceof Promise ? await decided : decided;
        answers.push(() => resolve(outcome));
      }
      if (draft.events.length > 0) await this.#parts.writer.write(draft.events);
      this.#publish(draft);
      for (const answer of answers) answer();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  #publish({ events, revisions }: Draft): void {
    for (const [stream, revision] of revisions) this.#parts.revisions.set(stream, revision);
    this.#parts.revisions.trim();
    for (const event of events) this.#recent.add(event);
    if (events.length > 0) this.#parts.tail.publish(events);
  }
}

function isTooLate({ deadline, isGivenUp }: Append): boolean {
  return (deadline !== null && deadline < Date.now()) || isGivenUp?.() === true;
}

/** A group in the making: what it will write, and the log as it will be then. Thrown away when it is not written. */
class Draft implements Knowledge {
  readonly events: RecordedEvent[] = [];
  readonly revisions = new Map<string, number>();
  readonly #parts: AppendQueueParts;
  readonly #committed: RecentEvents;
  /** The events of this draft, found by id and by place; made when somebody asks, which few appends do. */
  #own: RecentEvents | null = null;
  #head: number;

  constructor(parts: AppendQueueParts, committed: RecentEvents) {
    this.#parts = parts;
    this.#committed = committed;
    this.#head = parts.tail.head;
  }

  lastRevision(stream: string): number {
    return this.revisions.get(stream) ?? this.#parts.revisions.of(stream);
  }

  recent(id: string): EventPlace | undefined {
    return this.#index().withId(id) ?? this.#committed.withId(id);
  }

  at(stream: string, revision: number): EventPlace | undefined {
    return this.#index().at(stream, revision) ?? this.#committed.at(stream, revision);
  }

  /** A promise only when storage has to be asked: nearly every append is decided on the spot. */
  decide(append: Append): AppendOutcome | Promise<AppendOutcome> {
    if (isTooLate(append)) return { kind: 'timeout' };
    const decision = decide(append.stream, append.expected, append.events, this);
    return decision.kind === 'look-up' ? this.#lookUp(append, decision) : this.#act(append, decision);
  }

  async #lookUp(append: Append, decision: Extract<Decision, { kind: 'look-up' }>): Promise<AppendOutcome> {
    const found = await this.#parts.reader.streamFrom(append.stream, decision.from, decision.to - decision.from + 1);
    const places = new Map(found.map((event) => [event.revision, event]));
    const informed: Knowledge = {
      lastRevision: (stream) => this.lastRevision(stream),
      recent: (id) => this.recent(id),
      at: (stream, revision) => this.at(stream, revision) ?? places.get(revision),
    };
    return this.#act(append, decide(append.stream, append.expected, append.events, informed));
  }

  #act(append: Append, decision: Decision): AppendOutcome {
    switch (decision.kind) {
      case 'append':
        return this.#add(append, decision.after);
      case 'repeat':
        return { kind: 'appended', revision: decision.last.revision, position: decision.last.position };
      case 'wrong-expected-version':
        return decision;
      case 'look-up':
        throw new Error(`revision ${decision.from} of ${append.stream} is not in the log, though a later one is`);
      default:
        return decision satisfies never;
    }
  }

  #add(append: Append, after: number): AppendOutcome {
    const created = Date.now();
    let revision = after;
    const { stream } = append;
    for (const proposed of append.events) {
      revision += 1;
      this.#head += lengthInLog(proposed);
      const { id, type, isJson, data, metadata } = proposed;
      // Field by field, because spreading costs several times as much where it is done for each event.
      const event = { id, type, isJson, data, metadata, stream, revision, position: this.#head, created };
      this.events.push(event);
      this.#own?.add(event);
    }
    if (revision > after) this.revisions.set(stream, revision);
    return { kind: 'appended', revision, position: append.events.length > 0 ? this.#head : null };
  }

  #index(): RecentEvents {
    if (this.#own !== null) return this.#own;
    this.#own = new RecentEvents(Number.POSITIVE_INFINITY);
    for (const event of this.events) this.#own.add(event);
    return this.#own;
  }
}
