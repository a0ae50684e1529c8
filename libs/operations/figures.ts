import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { CanaryLog } from '#jobs/canary';
import type { Jobs, JobsWitness } from '#jobs/jobs';
import type { Log } from '#log/log';
import { viewLags } from '#views/lag/lag';
import { Parked } from '#views/parked';
import type { Views } from '#views/views';
import type { ClockWatch } from './clock-watch.ts';
import { measureLags } from './lag.ts';
import type { Metrics } from './metrics.ts';

/** How far the views are behind the log, and the index too. */
export function viewFigures(metrics: Metrics, parts: { readonly log: Pick<Log, 'lag'>; readonly views: Views }): void {
  const gauge = gaugesIn(metrics.registry);
  const logEvents = gauge('samenspel_log_lag_events', 'Events in the log that are not in the index (at least)');
  const logSeconds = gauge('samenspel_log_lag_seconds', 'How long the oldest of those has been in the log');
  const ordinal = gauge('samenspel_index_ordinal', 'The ordinal of the last event in the index');
  const events = gauge('samenspel_view_lag_events', 'Events in the log that are not in the rows of a view', ['view']);
  const seconds = gauge('samenspel_view_lag_seconds', 'How long the oldest of those has been in the log', ['view']);
  const filled = gauge('samenspel_view_filled', '0 while the rows of a view are made for the first time', ['view']);
  const parked = gauge('samenspel_parked_rows', 'Rows that ask for attention: an event broke their fold', ['view']);
  const { views } = parts;
  const ofTheDatabase = async () => {
    const head = await views.head();
    const known = await viewLags(views.db, views.registry, 1);
    const counts = await new Parked(views).counts();
    ordinal.set(head?.ordinal ?? 0);
    for (const one of [filled, parked]) one.reset();
    for (const { view, isFilled } of known) {
      filled.set({ view }, isFilled ? 1 : 0);
      parked.set({ view }, counts.get(view) ?? 0);
    }
  };
  const besideTheLog = async () => {
    const lags = await measureLags(parts);
    logEvents.set(lags.log.events);
    logSeconds.set(lags.log.seconds);
    for (const one of [events, seconds]) one.reset();
    for (const lag of lags.views) {
      events.set({ view: lag.view }, lag.events);
      seconds.set({ view: lag.view }, lag.seconds);
    }
  };
  metrics.collect('views', ofTheDatabase, [ordinal, filled, parked]);
  metrics.collect('lag', besideTheLog, [logEvents, logSeconds, events, seconds]);
}

/** How deep the queues are, and how long ago a canary came through them. */
export function queueFigures(
  metrics: Metrics,
  parts: { readonly jobs: Jobs; readonly queues: readonly string[]; readonly canaries: CanaryLog },
): void {
  const gauge = gaugesIn(metrics.registry);
  const depth = gauge('samenspel_jobs', 'Jobs in a queue, by state', ['queue', 'state']);
  const age = gauge('samenspel_canary_age_seconds', 'How long ago a canary came through a queue', ['queue']);
  const { jobs, queues, canaries } = parts;
  const depths = async () => {
    for (const queue of queues) {
      const { waiting, active, failed } = await jobs.queue(queue).depth();
      depth.set({ queue, state: 'waiting' }, waiting);
      depth.set({ queue, state: 'active' }, active);
      depth.set({ queue, state: 'failed' }, failed);
    }
  };
  const ages = async () => {
    const passings = await canaries.passings();
    age.reset();
    for (const { queue, store, secondsAgo } of passings) {
      if (store === jobs.kind && queues.includes(queue)) age.set({ queue }, secondsAgo);
    }
  };
  metrics.collect('jobs', depths, [depth]);
  metrics.collect('canary', ages, [age]);
}

/** How the clock of this process stands to that of the log's node. */
export function clockFigures({ registry }: Metrics, clock: ClockWatch): void {
  const registers = [registry];
  new Gauge({
    name: 'samenspel_clock_offset_seconds',
    help: 'By how much the clock of this process is ahead of the clock of the node',
    registers,
    collect() {
      this.set(clock.offset?.seconds ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'samenspel_clock_offset_uncertainty_seconds',
    help: 'By how much the measured offset may be off',
    registers,
    collect() {
      this.set(clock.offset?.within ?? Number.NaN);
    },
  });
}

/** Counts the jobs that this process does. */
export function jobCounters({ registry }: Metrics): Required<Pick<JobsWitness, 'onDone'>> {
  const registers = [registry];
  const failures = new Counter({
    name: 'samenspel_job_failures_total',
    help: 'Jobs that failed in this process',
    labelNames: ['queue'],
    registers,
  });
  const durations = new Histogram({
    name: 'samenspel_job_duration_seconds',
    help: 'How long jobs took in this process, those that failed included',
    labelNames: ['queue'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  return {
    onDone: (queue, seconds, failed) => {
      durations.observe({ queue }, seconds);
      failures.inc({ queue }, failed ? 1 : 0);
    },
  };
}

function gaugesIn(registry: Registry) {
  return <T extends string = never>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Gauge<T>({ name, help, labelNames, registers: [registry] });
}
