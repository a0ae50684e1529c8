import { Cron } from 'croner';
import { zone } from '#domain/kernel/days';

/** When a report is made: at `time` in the Netherlands, on that day of every week (1 is Monday) or month. */
export interface Rhythm {
  readonly every: 'week' | 'month';
  readonly day: number;
  /** `07:00` */
  readonly time: string;
}

/**
 * The moments (UTC) on which a report is due, after the one and up to and including the other moment, oldest first, at
 * most `limit`. A time in the hour that the clocks skip in spring is the end of that hour; one in the hour that they go
 * through twice in autumn is the first of the two.
 */
export function dueMoments(rhythm: Rhythm, after: string, until: string, limit: number): string[] {
  const cron = new Cron(pattern(rhythm), { timezone: zone, paused: true });
  const moments: string[] = [];
  let from = new Date(after);
  while (moments.length < limit) {
    const next = cron.nextRun(from);
    if (next === null || next.toISOString() > until) break;
    moments.push(next.toISOString());
    from = next;
  }
  return moments;
}

function pattern({ every, day, time }: Rhythm): string {
  const [hour = '0', minute = '0'] = time.split(':').map((part) => String(Number(part)));
  return every === 'week' ? `0 ${minute} ${hour} * * ${day}` : `0 ${minute} ${hour} ${day} * *`;
}
