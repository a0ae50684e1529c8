import type { Log } from '#log/log';
import type { Lag } from '#log/supervisor/lag';
import { type ViewLag, viewLags } from '#views/lag/lag';
import type { Views } from '#views/views';

/** How far one view is behind the log: what is in the log and not in its rows. */
export interface MeasuredLag {
  readonly view: string;
  readonly isFilled: boolean;
  readonly events: number;
  /** How long the oldest of them has been in the log, by the clocks of node and reader. */
  readonly seconds: number;
}

export interface Lags {
  /** How far the index is behind the log. */
  readonly log: Lag;
  readonly views: readonly MeasuredLag[];
}

/** Measures how far index and views are behind; costs little when they are not. */
export async function measureLags({ log, views }: { log: Pick<Log, 'lag'>; views: Views }): Promise<Lags> {
  const [behindLog, behindIndex] = await Promise.all([
    views.indexedTo().then((position) => log.lag(position)),
    viewLags(views.db, views.registry),
  ]);
  const waiting = await oldestWaiting(log, behindIndex);
  return {
    log: behindLog,
    views: behindIndex.map(({ view, isFilled, events, foldedTo }) => ({
      view,
      isFilled,
      events: events + behindLog.events,
      // Whatever is in the index already has been in the log for longer than what is not.
      seconds: foldedTo === undefined ? behindLog.seconds : (waiting.get(foldedTo) ?? 0),
    })),
  };
}

/** For how long the event after each of these positions has been in the log. */
async function oldestWaiting(log: Pick<Log, 'lag'>, lags: readonly ViewLag[]): Promise<Map<bigint, number>> {
  const positions = new Set(lags.flatMap(({ foldedTo }) => (foldedTo === undefined ? [] : [foldedTo])));
  const found = await Promise.all(
    [...positions].map(async (position): Promise<[bigint, number]> => {
      const { seconds } = await log.lag(position < 0n ? undefined : position, 1);
      return [position, seconds];
    }),
  );
  return new Map(found);
}
