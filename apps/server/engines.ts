import { Injectable } from '@nestjs/common';
import { release } from '#log/release';
import { problem } from './http/problem.ts';
import { isAway } from './http/translate-error.ts';
import type { Parts } from './parts.ts';

/** How the service is doing, for who watches over it. */
export interface Health {
  readonly status: 'pass' | 'fail';
  readonly release: string;
  /** True on an example log; absent while the log is not connected. */
  readonly fictitious?: boolean;
  /** The last ordinal that all views have passed; absent while they cannot be reached. */
  readonly ordinal?: number;
}

/** The connections to log and views. Until they are made, and while they are away, every answer that needs them is a 503. */
@Injectable()
export class Engines {
  #parts: Parts | undefined;

  connect(parts: Parts): void {
    this.#parts = parts;
  }

  get connected(): boolean {
    return this.#parts !== undefined;
  }

  /** @throws Problem 503 while nothing is connected. */
  get parts(): Parts {
    if (this.#parts) return this.#parts;
    throw problem(503, 'part-unavailable', {}, { headers: { 'Retry-After': '2' } });
  }

  /** Asks log and views for something small. */
  async health(): Promise<Health> {
    if (!this.#parts) return { status: 'fail', release };
    const { log, views } = this.#parts;
    const known = { release, fictitious: log.purpose === 'example' };
    try {
      await log.readStream('samenspel-log', { limit: 1 });
      const { ordinal } = await views.basis({ waitMs: 0 }, 'everything');
      return { status: 'pass', ...known, ordinal };
    } catch (error) {
      if (isAway(error)) return { status: 'fail', ...known };
      throw error;
    }
  }
}
