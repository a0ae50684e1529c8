import type { Kysely } from 'kysely';
import { dayOf } from '#domain/kernel/days';
import { subject } from '#domain/kernel/subject';
import { openDatabase } from '#log/database';
import type { KnownSchedule } from '#views/programme/queries';
import type { AsOf } from '#views/query/as-of';
import { NotFinalYet, settling } from '#views/query/finality';
import type { Views } from '#views/views';
import { asJson } from './management/formats.ts';
import type { ManagementReports } from './management/reports.ts';
import { dueMoments } from './schedule/due.ts';
import { Ledger, type ReportingSchema, type ReportRun, type RunKey } from './schedule/ledger.ts';

export interface SchedulerOptions {
  readonly databaseUrl: string;
  readonly views: Pick<Views, 'programmes' | 'story'>;
  readonly reports: Pick<ManagementReports, 'report'>;
  /** Told of a broken idle connection, which is replaced. */
  readonly onIdleError?: (error: Error) => void;
}

/** After long downtime a pass makes at most this many reports of a schedule; the next pass goes on. */
const perPass = 24;

/** How long a report waits for what is not folded yet, in milliseconds: the next pass tries again anyway. */
const waitMs = 1_000;

/**
 * Makes the scheduled reports. Each is made as known at its due moment, whenever it is made, and kept in a ledger that
 * takes one report for a schedule and moment: passes may be repeated, come late, or run in two processes at once.
 */
export class ReportScheduler {
  private constructor(
    private readonly options: SchedulerOptions,
    private readonly db: Kysely<ReportingSchema>,
    private readonly ledger: Ledger,
  ) {}

  /** Connects, and makes the ledger's table when it is not there. */
  static async open(options: SchedulerOptions): Promise<ReportScheduler> {
    const db = openDatabase<ReportingSchema>(options.databaseUrl, options.onIdleError ?? (() => undefined), 2);
    const ledger = new Ledger(db);
    try {
      await ledger.prepare();
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return new ReportScheduler(options, db, ledger);
  }

  /**
   * Makes every report that is due, final and not made yet, and gives the new ones. On an example log it is now the last
   * recorded moment, for its clock is simulated. Of a schedule that was removed, what was due before that is made too:
   * nobody knows how soon after its moment a pass comes.
   *
   * @throws AggregateError when a programme's reports could not be made, mostly for its views are behind; those of the
   * other programmes are, and the next pass tries again.
   */
  async runDue(now: string = new Date().toISOString()): Promise<ReportRun[]> {
    const { basis, data: programmes } = await this.options.views.programmes.ids();
    const until = basis.fictitious ? basis.knownAt : new Date(Date.parse(now) - settling).toISOString();
    const made: ReportRun[] = [];
    const troubles: unknown[] = [];
    for (const programme of programmes) {
      await this.runProgramme(programme, until).then(
        (runs) => made.push(...runs),
        (error: unknown) => troubles.push(error),
      );
    }
    if (troubles.length > 0) throw new AggregateError(troubles, `Reports were not made: ${troubles.join('; ')}`);
    return made;
  }

  private async runProgramme(programme: string, until: string): Promise<ReportRun[]> {
    const made: ReportRun[] = [];
    for (const schedule of await this.options.views.programmes.schedules(programme)) {
      made.push(...(await this.runSchedule(programme, schedule, until)));
    }
    return made;
  }

  /** The reports that were made for a programme, oldest first. */
  runs(programme: string): Promise<ReportRun[]> {
    return this.ledger.runs(programme);
  }

  /** The JSON of a run, byte for byte as it was made. */
  bytes(run: RunKey): Promise<Buffer | undefined> {
    return this.ledger.bytes(run);
  }

  close(): Promise<void> {
    return this.db.destroy();
  }

  private async runSchedule(programme: string, schedule: KnownSchedule, until: string): Promise<ReportRun[]> {
    const after =
      (await this.ledger.lastDue(programme, schedule.schedule)) ??
      (await this.scheduledAt(programme, schedule.schedule));
    if (after === undefined) return [];
    const made: string[] = [];
    const { endedAt = until } = schedule;
    for (const due of dueMoments(schedule, after, endedAt < until ? endedAt : until, perPass)) {
      const outcome = await this.make(programme, schedule.schedule, due);
      if (outcome === 'not-final') break;
      if (outcome === 'made') made.push(due);
    }
    if (made.length === 0) return [];
    const runs = await this.ledger.runs(programme);
    return runs.filter((run) => run.schedule === schedule.schedule && made.includes(run.due));
  }

  /**
   * The day of the report is that of the moment: the same as when it had been made on time. `none`: the programme was not
   * known then, or another process made it. As long as something may come that was recorded up to that moment, it is left
   * to a next pass.
   */
  private async make(programme: string, schedule: string, due: string): Promise<'made' | 'none' | 'not-final'> {
    const asOf: AsOf = { knownAt: { moment: due }, validOn: dayOf(due), waitMs };
    const report = await this.options.reports.report(programme, asOf).catch(notFinal);
    if (report === 'not-final' || report?.basis.provisional) return 'not-final';
    if (!report) return 'none';
    const run = { schedule, programme, due, ordinal: report.basis.ordinal };
    return (await this.ledger.keep(run, asJson(report))) ? 'made' : 'none';
  }

  /** When the programme made the schedule, which another may have under the same id: nothing is due before that. */
  private async scheduledAt(programme: string, schedule: string): Promise<string | undefined> {
    const about = subject('report-schedule', schedule);
    const { data } = await this.options.views.story.entries(about, { limit: 500 }, {});
    return data.items.find(({ event }) => event.envelope.programme === programme)?.effectiveAt;
  }
}

function notFinal(error: unknown): 'not-final' {
  if (error instanceof NotFinalYet) return 'not-final';
  throw error;
}
