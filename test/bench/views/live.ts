import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { addDays } from '#domain/kernel/days';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import { fillLog } from '../../support/realistic/fill-log.ts';
import { metaNow } from '../command-side.ts';
import { alternateFigures, median, quantile, steady } from '../rounds.ts';
import type { Environment } from './environment.ts';
import { caughtUp, startWorker, stopWorker } from './first-fill.ts';
import { Visible } from './visible.ts';

/** Commands per second, as the goal has it. */
const RATE = 200;
/** Trajectories that commands are about, in turn. A server that runs for a while has those that are worked on in its cache. */
const IN_USE = 400;
const WARMING_AT_ONCE = 8;
/** Programmes that a burst brings along run side by side. */
const BURST_PROGRAMMES = 20;
const BARE_CONNECTIONS = 4;

/** Where the jobs wait; null for a backend that this machine lacks. */
export interface Backends {
  readonly postgres: Readonly<Record<string, string>>;
  readonly redis: Readonly<Record<string, string>> | null;
}

/** Milliseconds and events per second of one backend, and the bare commit beside them. */
export type Live = Awaited<ReturnType<typeof measureLive>>;

/**
 * How far the views follow live, on each backend of jobs in turn: events per second from the first append to the last
 * committed rows, and, at a steady rate of commands, the milliseconds from the moment at which a command was due until its
 * rows were committed. A bare commit at the same rate stands beside it.
 */
export async function measureLive(environment: Environment, backends: Backends) {
  const bench = new LiveBench(environment);
  const bare = await BareCommits.open(environment.databaseUrl);
  const { rounds, span } = environment.size;
  const sides: Record<string, () => Promise<LiveFigures>> = {
    bare: () => bare.measure(span),
    postgres: () => bench.measure(backends.postgres),
    ...(backends.redis && { redis: () => bench.measure(backends.redis ?? {}) }),
  };
  try {
    // A side that was not measured is not in the answer.
    const measured: Partial<Record<string, LiveFigures>> = await alternateFigures(sides, rounds);
    const [commits, postgres, redis] = [measured['bare'], measured['postgres'], measured['redis']];
    if (commits === undefined || postgres === undefined) throw new Error('A side was not measured');
    return { bare: commits, postgres, redis };
  } finally {
    await bare.close();
  }
}

interface LiveFigures {
  readonly throughput: number;
  readonly lagMedian: number;
  readonly lagP99: number;
  readonly sinceAcknowledgedP99: number;
}

class LiveBench {
  readonly #environment: Environment;
  /** Every burst brings programmes of its own. */
  #year: number;
  #sent = 0;
  /** Of the last event in the log. */
  #position: bigint;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#year = environment.filled.years;
    this.#position = environment.filled.position;
  }

  async measure(env: Readonly<Record<string, string>>): Promise<LiveFigures> {
    const worker = await startWorker(this.#environment, env);
    try {
      await this.#warmUp();
      await caughtUp(this.#environment, this.#position);
      const throughput = await this.#burst();
      const lags = await this.#lags();
      return { throughput, ...lags };
    } finally {
      await stopWorker(worker);
    }
  }

  /** Events per second, appended by as many writers as the log is filled by. */
  async #burst(): Promise<number> {
    const { log, useCases, size } = this.#environment;
    const began = performance.now();
    const years = { from: this.#year, programmes: BURST_PROGRAMMES };
    const filled = await fillLog({ log, useCases, events: size.burst, years });
    this.#year = filled.years;
    this.#position = filled.position;
    await caughtUp(this.#environment, this.#position);
    return (filled.events * 1000) / (performance.now() - began);
  }

  /** One command about each trajectory in use, once. */
  async #warmUp(): Promise<void> {
    const warm = async (): Promise<void> => {
      while (this.#sent < IN_USE) await this.#send(performance.now());
    };
    await Promise.all(Array.from({ length: WARMING_AT_ONCE }, warm));
  }

  async #lags(): Promise<Omit<LiveFigures, 'throughput'>> {
    const visible = await Visible.watch(this.#environment.databaseUrl);
    try {
      const sent = await steady(RATE, this.#environment.size.span, (_, due) => this.#send(due));
      await caughtUp(this.#environment, this.#position);
      const moments = await visible.momentsOf(sent.map(({ event }) => event));
      const sinceDue = sent.map(({ event, due }) => (moments.get(event) ?? Number.NaN) - due);
      const sinceAcknowledged = sent.map(({ event, at }) => (moments.get(event) ?? Number.NaN) - at);
      return {
        lagMedian: median(sinceDue),
        lagP99: quantile(sinceDue, 0.99),
        sinceAcknowledgedP99: quantile(sinceAcknowledged, 0.99),
      };
    } finally {
      await visible.close();
    }
  }

  /** The next command; each is about another trajectory than the ones before it. */
  async #send(due: number): Promise<{ due: number; at: number; event: string }> {
    const { useCases, trajectories } = this.#environment;
    const number = this.#sent;
    this.#sent += 1;
    const trajectory = trajectories[number % Math.min(IN_USE, trajectories.length)] ?? '';
    const outcome = await useCases.trajectory(trajectory, commandNumber(number), metaNow());
    const at = performance.now();
    if (outcome.outcome !== 'accepted') throw new Error(`A command was not accepted: ${JSON.stringify(outcome)}`);
    const { events, position = -1n } = outcome.answer;
    if (position > this.#position) this.#position = position;
    return { due, at, event: events[0]?.id ?? '' };
  }
}

/** What a lead records most; three out of ten carry protected text. */
function commandNumber(number: number): TrajectoryCommand {
  const when = { at: new Date().toISOString(), occurredOn: { precision: 'day', value: '2026-03-02' } } as const;
  if (number % 10 < 3) {
    const summary = { $text: `Gesproken over stap ${number}` };
    return { type: 'record-contact', ...when, kind: 'phone', roles: ['contact'], summary };
  }
  const layer = ['executive', 'council', 'officials'][number % 3] ?? 'council';
  return { type: 'ask-commitment', ...when, layer, due: addDays('2026-05-01', number) };
}

/** A row of its own per commit, at the same steady rate: what the disk asks of every commit on the way. */
class BareCommits {
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  static async open(databaseUrl: string): Promise<BareCommits> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: BARE_CONNECTIONS });
    await pool.query('CREATE TABLE bench_commit (id uuid PRIMARY KEY, row jsonb NOT NULL)');
    return new BareCommits(pool);
  }

  async measure(span: number): Promise<LiveFigures> {
    const taken = await steady(RATE, span, async (_, due) => {
      await this.#pool.query('INSERT INTO bench_commit VALUES ($1, $2)', [randomUUID(), { what: 'a bare row' }]);
      return performance.now() - due;
    });
    const p99 = quantile(taken, 0.99);
    return { throughput: Number.NaN, lagMedian: median(taken), lagP99: p99, sinceAcknowledgedP99: p99 };
  }

  async close(): Promise<void> {
    await this.#pool.query('DROP TABLE bench_commit');
    await this.#pool.end();
  }
}
