import { Worker } from 'node:worker_threads';
import type { LoggedEvent } from '#log/contract/codec';
import { registry } from '../../all-views.ts';
import type { Generation } from '../../database/generations.ts';
import type { ScriptStep } from '../../database/script.ts';
import type { Place } from '../../index/event-cache.ts';
import type { PlacedBatch } from '../placed-events.ts';
import { Calls, type HandedOver } from './calls.ts';
import type { FoldedPart, Folder, FolderOptions } from './folder.ts';

/** A generation with the name of its view, for functions cannot be handed to a thread. */
export type GenerationNamed = Omit<Generation, 'view'> & { readonly view: string };

/** What a thread begins with. */
export interface ThreadStart extends Pick<FolderOptions, 'parked' | 'room'> {
  readonly generations: readonly GenerationNamed[];
  readonly ahead: readonly GenerationNamed[];
}

/** What the thread is asked. */
export type FolderAsked = {
  fold(batch: PlacedBatch): Promise<HandedOver<FoldedPart>>;
  release(): Promise<HandedOver<readonly ScriptStep[]>>;
  committed(): Promise<void>;
};

/** What the thread asks. */
export type OwnerAsked = {
  query(statement: string): Promise<{ readonly rows: never[] }>;
  load(places: readonly Place[]): Promise<LoggedEvent[]>;
};

/** Whether these can be folded in a thread: it knows the views of this release alone, and only as they are built. */
export function canBeInThread(generations: readonly Generation[]): boolean {
  return import.meta.url.endsWith('.js') && generations.every(({ view }) => registry.views.includes(view));
}

/** Folds in a thread of its own. */
export class ThreadFolder implements Folder {
  private readonly calls: Calls<FolderAsked>;
  /** Why something that the thread asked for failed: a thread can tell an error on, but not as what it was. */
  private trouble: Error | undefined;

  private constructor(
    private readonly worker: Worker,
    { reading, loader }: Pick<FolderOptions, 'reading' | 'loader'>,
  ) {
    this.calls = new Calls<FolderAsked>(worker, {
      query: (statement) => this.remembered(async () => ({ rows: (await reading.query<never>(statement)).rows })),
      load: (places) => this.remembered(() => loader.load(places)),
    } satisfies OwnerAsked);
    worker.on('error', (error) => this.calls.end(error));
    worker.on('exit', (code) => this.calls.end(new Error(`A thread that folds ended with code ${code}`)));
  }

  static start({ generations, ahead, parked, room, reading, loader }: FolderOptions): ThreadFolder {
    const start: ThreadStart = { generations: generations.map(named), ahead: ahead.map(named), parked, room };
    const worker = new Worker(new URL('./thread.js', import.meta.url), {
      workerData: start,
    });
    return new ThreadFolder(worker, { reading, loader });
  }

  async fold(batch: PlacedBatch): Promise<FoldedPart> {
    const { steps, held } = await this.asked(this.calls.ask('fold', batch));
    return { steps: steps.map(asWritten), held };
  }

  async release(): Promise<readonly ScriptStep[]> {
    return (await this.asked(this.calls.ask('release', undefined))).map(asWritten);
  }

  committed(): void {
    // That the thread is gone shows as soon as it is asked for something.
    this.calls.ask('committed', undefined).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw this.trouble ?? error;
    }
  }

  private async remembered<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.trouble ??= error as Error;
      throw error;
    }
  }
}

function named({ view, ...rest }: Generation): GenerationNamed {
  return { ...rest, view: view.name };
}

/** Bytes come out of a channel as bytes, and no longer as a buffer. */
function asWritten(step: ScriptStep): ScriptStep {
  if (typeof step === 'string' || !('rows' in step)) return step;
  const rows = step.rows.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  return { into: step.into, rows };
}
