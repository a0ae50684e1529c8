import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/kernel/days';
import { release } from '#log/release';
import type { Report } from '#operations/health';
import { NotThereYet } from '#views/query/as-of';
import { problem } from './http/problem.ts';
import { isAway } from './http/translate-error.ts';
import type { Parts } from './parts.ts';

/** How the service is doing, for who watches over it. */
export interface Health {
  readonly status: 'pass' | 'fail';
  readonly release: string;
  /** True on an example log; absent while the log is not connected. */
  readonly fictitious?: boolean;
  /** The last ordinal that all views have passed, 0 before the first event; absent while they cannot be reached. */
  readonly ordinal?: number;
  /**
   * How far the views are behind the log: events that they have not indexed (counted up to a hundred), and for how many
   * seconds the oldest of them has been waiting. Absent while it cannot be measured.
   */
  readonly lag?: { readonly events: number; readonly seconds: number };
}

/** Anybody may ask for the health of the service, so one answer must cost little. */
const countUpTo = 100;

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

  /** The day that counts as today: on an example log the one that its simulated clock has come to. */
  async today(): Promise<string> {
    const { log, views } = this.parts;
    if (log.purpose !== 'example') return dayOf(new Date().toISOString());
    return (await views.basis({}, 'index')).validOn;
  }

  /** Whether this server can do its work. Before it is connected it stands on nothing. */
  async readiness(): Promise<Report> {
    if (this.#parts) return this.#parts.oversight.readiness.report();
    return { status: 'fail', release, checks: { connections: { status: 'fail', code: 'not-connected' } } };
  }

  /**
   * Asks log and views for something small. That the workers have not come to the first event yet is no reason to fail:
   * everything can be reached, and commands are taken.
   */
  async health(): Promise<Health> {
    if (!this.#parts) return { status: 'fail', release };
    const { log, views } = this.#parts;
    const known = { release, fictitious: log.purpose === 'example' };
    try {
      const { events, seconds } = await log.lag(await views.indexedTo(), countUpTo);
      const ordinal = await passedBy(views);
      return { status: 'pass', ...known, ordinal, lag: { events, seconds } };
    } catch (error) {
      if (isAway(error)) return { status: 'fail', ...known };
      throw error;
    }
  }
}

async function passedBy(views: Parts['views']): Promise<number> {
  try {
    return (await views.basis({ waitMs: 0 }, 'everything')).ordinal;
  } catch (error) {
    if (error instanceof NotThereYet) return 0;
    throw error;
  }
}
