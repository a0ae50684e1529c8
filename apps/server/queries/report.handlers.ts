import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { asCsv, asJson } from '#reporting/management/formats';
import type { ReportRun } from '#reporting/schedule/ledger';
import type { Answer, AsOf } from '#views/query/as-of';
import { Engines } from '../engines.ts';
import { problem } from '../http/problem.ts';
import { GetManagementReport, GetReportRun, ListReportRuns, type ReportBytes, type ReportOfDay } from './queries.ts';

@QueryHandler(GetManagementReport)
export class GetManagementReportHandler implements IQueryHandler<GetManagementReport> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, format, language, asOf }: GetManagementReport): Promise<ReportOfDay> {
    const report = await this.engines.parts.reports.report(programme, asOf);
    if (!report) throw problem(404, 'not-found');
    const bytes = format === 'csv' ? asCsv(report, language) : asJson(report);
    return { bytes, ordinal: report.basis.ordinal, validOn: report.basis.validOn };
  }
}

@QueryHandler(ListReportRuns)
export class ListReportRunsHandler implements IQueryHandler<ListReportRuns> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, asOf }: ListReportRuns): Promise<Answer<unknown>> {
    const { views, schedules } = this.engines.parts;
    const { basis, data } = await views.programmes.get(programme, asOf);
    if (!data) throw problem(404, 'not-found');
    const items = runsBy(await schedules.runs(programme), basis.ordinal, asOf.knownAt);
    return { basis, data: { items, total: items.length } };
  }
}

@QueryHandler(GetReportRun)
export class GetReportRunHandler implements IQueryHandler<GetReportRun> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, schedule, due }: GetReportRun): Promise<ReportBytes> {
    const { schedules } = this.engines.parts;
    const runs = await schedules.runs(programme);
    const run = runs.find((one) => one.schedule === schedule && one.due === due);
    const bytes = run && (await schedules.bytes({ programme, schedule, due }));
    if (!bytes) throw problem(404, 'not-found');
    return { bytes, ordinal: run.ordinal };
  }
}

/** The runs that had been made: while nothing is recorded, several are made at one ordinal, and a moment tells them apart. */
export function runsBy(runs: readonly ReportRun[], ordinal: number, knownAt: AsOf['knownAt']): ReportRun[] {
  const moment = knownAt && 'moment' in knownAt ? knownAt.moment : undefined;
  return runs.filter((run) => run.ordinal <= ordinal && (moment === undefined || run.due <= moment));
}

/** All of them, for the module. */
export const reportHandlers = [GetManagementReportHandler, ListReportRunsHandler, GetReportRunHandler];
