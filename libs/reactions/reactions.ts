import type { UseCases } from '#commands/use-cases';
import type { JobQueue, Jobs } from '#jobs/jobs';
import { isLost } from '#jobs/lost';
import type { LoggedEvent } from '#log/contract/codec';
import type { Purpose } from '#log/genesis';
import type { Vault } from '#log/protection/vault';
import { Listener, rest } from '#views/database/session';
import { progressChannel } from '#views/index/entry';
import type { EventLoader } from '#views/index/event-loader';
import { freePlace } from './free-place.ts';
import type { Reaction, Tools } from './reaction.ts';
import { recordImport } from './record-import.ts';
import type { KeptRefusal, ReactionStore, Standing } from './store.ts';
import { takeAlong } from './take-along.ts';

/** Every reaction of the product. */
export const reactions: readonly Reaction[] = [freePlace, recordImport, takeAlong];

/** A nudge names the reaction that has something to do. */
type ReactionJob = { readonly reaction: string };

export const reactionQueue = 'react';
/** The longest that a lost notification or a lost job can hold a reaction up, in milliseconds. */
const lookEvery = 1_000;
const batch = 50;

export interface ReactionsOptions {
  readonly databaseUrl: string;
  readonly purpose: Purpose;
  readonly store: ReactionStore;
  readonly loader: EventLoader;
  readonly useCases: UseCases;
  readonly vault: Vault;
  readonly jobs: Pick<Jobs, 'queue' | 'workOnceThere'>;
  readonly onTrouble: (what: string, error: Error) => void;
  /** Told of a command that was refused to a reaction; it is kept, and the reaction goes on. */
  readonly onRefused: (refusal: KeptRefusal) => void;
  /** Whether the clock of this process is fit for recording by; as long as it is not, nothing is done. */
  readonly mayRecord: () => boolean;
}

/**
 * Runs the reactions: looks in the index for events that were not reacted to, and nudges. Correctness rests on the
 * checkpoint and on commands that are safe to send twice, never on a job arriving once.
 */
export class Reactions {
  private readonly ending = new AbortController();
  private readonly listener: Listener;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ReactionsOptions) {
    const { databaseUrl, onTrouble } = options;
    this.listener = new Listener(databaseUrl, progressChannel, (error) => onTrouble('reactions', error));
  }

  /** Resolves when it looks for what is to be done; it does not wait for a store of jobs that is away. */
  async start(): Promise<void> {
    const { store, jobs } = this.options;
    await store.prepare();
    void jobs.workOnceThere<ReactionJob>(reactionQueue, reactions.length, async ({ reaction }) => {
      const named = reactions.find(({ name }) => name === reaction);
      if (named) await this.catchUp(named);
    });
    this.running = this.look(jobs.queue<ReactionJob>(reactionQueue));
  }

  /** Ends the looking; jobs under way are ended by closing the jobs. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.listener.close();
    await this.running;
  }

  /** Reacts to everything that is due, in log order. Safe to run at several places at once. */
  async catchUp(reaction: Reaction): Promise<void> {
    const { store, loader } = this.options;
    while (this.mayGoOn) {
      const { head, due } = await store.next(reaction.name, reaction.types, batch);
      const events = await loader.load(due);
      for (const [index, event] of events.entries()) {
        const standing = due[index];
        if (!standing || !this.mayGoOn) return;
        await reaction.react(event, this.toolsFor(reaction, standing));
        await store.done(reaction.name, standing);
      }
      if (due.length === batch) continue;
      if (head) await store.done(reaction.name, head);
      return;
    }
  }

  private get mayGoOn(): boolean {
    return !this.ending.signal.aborted && this.options.mayRecord();
  }

  private async look(queue: JobQueue<ReactionJob>): Promise<void> {
    while (!this.ending.signal.aborted) {
      const heard = this.listener.count;
      if (this.mayGoOn && !(await this.nudgeThoseBehind(queue))) await rest(lookEvery, this.ending.signal);
      await this.listener.next(heard, lookEvery);
    }
  }

  /** Whether that went well for all of them: what stands in the way of one holds up no other. */
  private async nudgeThoseBehind(queue: JobQueue<ReactionJob>): Promise<boolean> {
    let isWell = true;
    for (const reaction of reactions) {
      try {
        const { due } = await this.options.store.next(reaction.name, reaction.types, 1);
        if (due.length > 0) await this.nudge(queue, reaction);
      } catch (error) {
        isWell = false;
        this.tell(error);
        // The database was lost and came back empty: without their tables the reactions would never go on.
        if (isLost(error)) await this.options.store.prepare().catch((failure: unknown) => this.tell(failure));
      }
    }
    return isWell;
  }

  /** A store of jobs that is away must not hold a reaction up: then it runs here. */
  private async nudge(queue: JobQueue<ReactionJob>, reaction: Reaction): Promise<void> {
    const { name } = reaction;
    try {
      await queue.nudge(name, { reaction: name });
    } catch (error) {
      this.tell(error);
      await this.catchUp(reaction);
    }
  }

  private tell(error: unknown): void {
    this.options.onTrouble('reactions', error instanceof Error ? error : new Error(String(error)));
  }

  private toolsFor(reaction: Reaction, { ordinal }: Standing): Tools {
    const { useCases, vault, purpose, store, loader, onRefused } = this.options;
    return {
      useCases,
      vault,
      // On an example log the clock is simulated: what follows from an event is recorded at the moment of the event.
      at: (cause: LoggedEvent) => (purpose === 'example' ? cause.recordedAt : new Date().toISOString()),
      earlier: async ({ envelope }, types) =>
        envelope.programme === undefined ? [] : loader.load(await store.earlier(envelope.programme, types, ordinal)),
      refused: async (cause, outcome) => {
        const code = outcome.outcome === 'refused' ? outcome.refusal.code : outcome.outcome;
        const detail = outcome.outcome === 'refused' ? outcome.refusal.en : '';
        const refusal = { reaction: reaction.name, ordinal, event: cause.id, code, detail };
        await store.keepRefusal(refusal);
        onRefused(refusal);
      },
    };
  }
}
