import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { WorkerParts } from './parts.ts';

/** The parts of this worker. */
export const PARTS = Symbol('parts of the worker');
/** Called when the worker cannot go on, with the reason. */
export const GIVE_UP = Symbol('what to do when the worker cannot go on');

/** Starts everything that the worker keeps going, and stops it in the reverse order. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(PARTS) private readonly parts: WorkerParts,
    @Inject(GIVE_UP) private readonly giveUp: (error: Error) => void,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.parts.folding.start(this.giveUp);
    await this.parts.reactions.start();
    this.parts.reports.start();
  }

  async onApplicationShutdown(): Promise<void> {
    const { folding, reactions, reports, jobs } = this.parts;
    await Promise.all([folding.stop(), reactions.stop(), reports.stop()]);
    await jobs.close();
    await this.parts.disconnect();
  }
}
