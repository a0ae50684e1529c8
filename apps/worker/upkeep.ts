import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { WorkerParts } from './parts.ts';

/** The parts of this worker. */
export const PARTS = Symbol('parts of the worker');
/** Called when the worker cannot go on, with the reason. */
export const GIVE_UP = Symbol('what to do when the worker cannot go on');

/** Starts everything that the worker keeps going, and stops it in the reverse order. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Where it can be asked how it is doing, once it has started. */
  url = '';

  constructor(
    @Inject(PARTS) private readonly parts: WorkerParts,
    @Inject(GIVE_UP) private readonly giveUp: (error: Error) => void,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { operations, folding, reactions, reports } = this.parts;
    this.url = await operations.start();
    await folding.start(this.giveUp);
    await reactions.start();
    reports.start();
    operations.sendCanaries();
  }

  async onApplicationShutdown(): Promise<void> {
    const { operations, folding, reactions, reports, jobs } = this.parts;
    await Promise.all([folding.stop(), reactions.stop(), reports.stop()]);
    await operations.stop();
    await jobs.close();
    await this.parts.disconnect();
  }
}
