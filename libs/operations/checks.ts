import { sql } from 'kysely';
import type { CanaryLog } from '#jobs/canary';
import type { Jobs } from '#jobs/jobs';
import type { Log } from '#log/log';
import { withTimeLimit } from '#log/patience';
import { viewLags } from '#views/lag/lag';
import type { Views } from '#views/views';
import { type Check, passes } from './health.ts';

/** A canary that is older than this, in seconds, means that jobs do not come through. They are sent every few seconds. */
const canaryGoodFor = 30;

/** How long the log's check waits for the index, in milliseconds; a database that is away is not the log's fault. */
const indexWithin = 1_000;

/** The log can be read. How far the index is behind it is told when the index can be asked. */
export function logAnswers(log: Pick<Log, 'lag'>, views: Pick<Views, 'indexedTo'>): Check {
  return async () => {
    const index = await withTimeLimit(views.indexedTo(), indexWithin).then(
      (position) => ({ position }),
      () => undefined,
    );
    const { events, seconds } = await log.lag(index?.position, 1);
    return !index || events === 0 ? passes : { ...passes, lagSeconds: Math.round(seconds * 1_000) / 1_000 };
  };
}

/** The database can be asked. */
export function databaseAnswers({ db }: Pick<Views, 'db'>): Check {
  return async () => {
    await sql`SELECT 1`.execute(db);
    return passes;
  };
}

/**
 * Questions can be answered: the first event was folded, and no view of this release is still being filled for the first
 * time. How far they lag is not asked: that is a matter of the workers, and a server less would make it worse.
 */
export function viewsCanBeRead(views: Views): Check {
  return async () => {
    const lags = await viewLags(views.db, views.registry, 1);
    const unfilled = lags.filter(({ isFilled }) => !isFilled).length;
    if (unfilled > 0) return { status: 'fail', code: 'being-filled', views: unfilled };
    const ordinal = (await views.head())?.ordinal ?? 0;
    const isBegun = ordinal > 0 && lags.every(({ foldedTo }) => foldedTo === undefined || foldedTo >= 0n);
    return isBegun ? { ...passes, ordinal } : { status: 'fail', code: 'not-begun' };
  };
}

/** Jobs come through every queue that this process works on. */
export function jobsComeThrough(jobs: Pick<Jobs, 'kind' | 'worked'>, canaries: CanaryLog): Check {
  return async () => {
    const passings = await canaries.passings();
    const ages = jobs.worked.map((queue) => {
      const passing = passings.find((one) => one.queue === queue && one.store === jobs.kind);
      return passing?.secondsAgo ?? Number.POSITIVE_INFINITY;
    });
    const oldest = Math.max(...ages);
    if (ages.length === 0 || oldest === Number.POSITIVE_INFINITY) return { status: 'fail', code: 'no-canary-yet' };
    const age = { canarySeconds: Math.round(oldest * 10) / 10 };
    return oldest <= canaryGoodFor ? { ...passes, ...age } : { status: 'fail', code: 'canary-stuck', ...age };
  };
}
