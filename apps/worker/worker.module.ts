import { type DynamicModule, Module } from '@nestjs/common';
import type { WorkerParts } from './parts.ts';
import { GIVE_UP, PARTS, Upkeep } from './upkeep.ts';

@Module({})
class WorkerModule {}

/** Wires the worker: folding the log into views, and reactions. */
export function workerModule(parts: WorkerParts, giveUp: (error: Error) => void): DynamicModule {
  return {
    module: WorkerModule,
    providers: [Upkeep, { provide: PARTS, useValue: parts }, { provide: GIVE_UP, useValue: giveUp }],
  };
}
