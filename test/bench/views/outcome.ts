import type { Figures, Goal } from '../figures.ts';
import type { Asked } from './asking.ts';
import type { measureFirstFill } from './first-fill.ts';
import type { Live } from './live.ts';
import type { measureRebuild, Passed } from './rebuild.ts';

/** What was measured on one log. */
export interface OfLog {
  readonly events: number;
  readonly trajectories: number;
  readonly fillSeconds: number;
  readonly versions: number;
  readonly first: Awaited<ReturnType<typeof measureFirstFill>>;
  readonly asked?: Asked;
}

/** What was measured; a part that was not asked for is not there. */
export interface Measured {
  readonly live?: Live;
  readonly rebuilt?: Awaited<ReturnType<typeof measureRebuild>>;
  /** Reading and making all views again on the large log. */
  readonly rebuiltLarge?: { readonly read: Passed; readonly all: Passed };
  readonly small?: OfLog;
  readonly large?: OfLog;
}

const LAG_MS = { postgres: 60, redis: 30 } as const;
/** An event is committed to the log, then to the index, then to the rows. */
const COMMITS = 3;

export function figuresOf({ live, rebuilt, rebuiltLarge, small, large }: Measured): Figures {
  return rounded({
    ...(live && {
      'bare-commit-ms-median': live.bare.lagMedian,
      'bare-commit-ms-p99': live.bare.lagP99,
      ...liveFigures('postgres', live.postgres),
      ...(live.redis && liveFigures('redis', live.redis)),
    }),
    ...(rebuilt && {
      'read-all-events-per-second': rebuilt.read.perSecond,
      'read-all-events-per-second-bare-client': rebuilt.client.perSecond,
      'rebuild-events-per-second-progress': rebuilt.progress.perSecond,
      ...rebuildFigures('small', rebuilt.all),
    }),
    ...(rebuiltLarge && {
      'read-all-events-per-second-large': rebuiltLarge.read.perSecond,
      ...rebuildFigures('large', rebuiltLarge.all),
    }),
    ...(small && logFigures('small', small)),
    ...(large && logFigures('large', large)),
  });
}

function rebuildFigures(size: string, all: Passed): Figures {
  return {
    [`rebuild-events-per-second-all-${size}`]: all.perSecond,
    [`rebuild-microseconds-per-event-${size}`]: 1e6 / all.perSecond,
    [`rebuild-comparing-seconds-all-${size}`]: all.comparing,
    [`rebuild-peak-mib-${size}`]: all.peak,
    [`rebuild-node-peak-mib-${size}`]: all.nodePeak,
  };
}

function liveFigures(backend: string, live: NonNullable<Live['postgres']>): Figures {
  return {
    [`live-events-per-second-${backend}-jobs`]: live.throughput,
    [`lag-ms-median-${backend}-jobs`]: live.lagMedian,
    [`lag-ms-p99-${backend}-jobs`]: live.lagP99,
    [`lag-ms-p99-since-acknowledged-${backend}-jobs`]: live.sinceAcknowledgedP99,
  };
}

function logFigures(size: string, log: OfLog): Figures {
  const asked = Object.entries(log.asked ?? {}).flatMap(([name, { p50, p99 }]) => [
    [`${name}-ms-p50-${size}`, p50] as const,
    [`${name}-ms-p99-${size}`, p99] as const,
  ]);
  return {
    [`events-${size}`]: log.events,
    [`trajectories-${size}`]: log.trajectories,
    [`versions-per-trajectory-${size}`]: log.versions,
    [`generated-events-per-second-${size}`]: log.events / log.fillSeconds,
    [`first-fill-events-per-second-${size}`]: log.first.perSecond,
    [`first-fill-peak-mib-${size}`]: log.first.peak,
    ...Object.fromEntries(asked),
  };
}

export function ratiosOf({ rebuilt, rebuiltLarge, small, large }: Measured): Figures {
  return rounded({
    ...(rebuilt && {
      'rebuild-progress-vs-read-all': rebuilt.progress.perSecond / rebuilt.read.perSecond,
      'rebuild-all-vs-read-all': rebuilt.all.perSecond / rebuilt.read.perSecond,
    }),
    ...(rebuiltLarge && {
      'rebuild-all-vs-read-all-large': rebuiltLarge.all.perSecond / rebuiltLarge.read.perSecond,
    }),
    ...(rebuilt &&
      rebuiltLarge && {
        'time-per-event-large-vs-small': rebuilt.all.perSecond / rebuiltLarge.all.perSecond,
      }),
    ...(small?.asked && askedRatios('small', small.asked)),
    ...(large?.asked && askedRatios('large', large.asked)),
  });
}

function askedRatios(size: string, asked: Asked): Figures {
  const names = ['list', 'dashboard', 'detail'].filter((name) => asked[`${name}-now`]);
  const ratios = names.map((name) => [
    `${name}-known-at-vs-now-${size}`,
    p99(asked, name, 'known-at') / p99(asked, name, 'now'),
  ]);
  return Object.fromEntries(ratios);
}

/** The goals as they were set before anything was measured, as far as they were. */
export function goalsOf(measured: Measured, ratios: Figures): Record<string, Goal> {
  const { live, rebuilt, rebuiltLarge, small, large } = measured;
  const value = (name: string): number => ratios[name] ?? Number.NaN;
  return {
    ...(live && { ...lagGoal(live, 'postgres'), ...lagGoal(live, 'redis') }),
    ...(rebuilt && {
      'rebuild-progress-vs-read-all': { atLeast: 0.6, value: value('rebuild-progress-vs-read-all') },
      'rebuild-all-vs-read-all': { atLeast: 0.35, value: value('rebuild-all-vs-read-all') },
    }),
    ...(rebuilt &&
      rebuiltLarge && {
        'time-per-event-large-vs-small': { limit: 1.25, value: value('time-per-event-large-vs-small') },
        'rebuild-peak-mib-large': { limit: tenths(rebuilt.all.peak + 64), value: tenths(rebuiltLarge.all.peak) },
      }),
    ...(small?.asked && askedGoals('small', small.asked)),
    ...(large?.asked && askedGoals('large', large.asked)),
  };
}

function lagGoal(live: Live, backend: 'postgres' | 'redis'): Record<string, Goal> {
  const found = live[backend];
  if (!found) return {};
  const limit = tenths(LAG_MS[backend] + COMMITS * live.bare.lagP99);
  return { [`lag-ms-p99-${backend}-jobs`]: { limit, value: tenths(found.lagP99) } };
}

/** By what the issue says of each: lists and details beside plain SQL and now, dashboards beside now and a clock. */
function askedGoals(size: string, asked: Asked): Record<string, Goal> {
  const goals: [string, Goal][] = [];
  for (const name of ['list', 'detail', 'dashboard'].filter((one) => asked[`${one}-now`])) {
    const now = p99(asked, name, 'now');
    const knownAt = { value: tenths(p99(asked, name, 'known-at')) };
    const limit = name === 'dashboard' ? Math.min(6 * now, 150) : 1.5 * now;
    goals.push([`${name}-known-at-ms-p99-${size}`, { limit: tenths(limit), ...knownAt }]);
    if (name === 'dashboard') continue;
    const sql = 2 * p99(asked, name, 'now-sql') + 5;
    goals.push([`${name}-now-ms-p99-${size}`, { limit: tenths(sql), value: tenths(now) }]);
  }
  return Object.fromEntries(goals);
}

function p99(asked: Asked, name: string, way: string): number {
  return asked[`${name}-${way}`]?.p99 ?? Number.NaN;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function rounded(figures: Figures): Figures {
  const digits = (value: number): number => (Math.abs(value) >= 100 ? 1 : 100);
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * digits(value)) / digits(value)]),
  );
}
