import { queryOptions } from '@tanstack/react-query';
import { managementReport, type ReportRun, reportRuns } from './answers/report.ts';
import { answered, api } from './client.ts';
import { type About, now, question, when } from './question.ts';

/** Which report: of now, or of an ordinal and a day, which always gives the same. */
export interface ReportAsked {
  readonly programme: string;
  readonly at?: { readonly ordinal: number; readonly on: string } | undefined;
}

/** The management report. One of the past never changes; that of now is asked again when something was recorded. */
export const report = ({ programme, at }: ReportAsked) =>
  queryOptions({
    queryKey: ['report', programme, at?.ordinal, at?.on],
    queryFn: async ({ signal }) =>
      managementReport.parse(
        await answered(
          api.GET('/v1/programmes/{id}/reports/management', {
            params: { path: { id: programme }, query: at ?? now() },
            signal,
          }),
        ),
      ),
  });

/** The report as a file, byte for byte as the API gives it. */
export async function reportFile({ programme, at }: ReportAsked, format: 'csv' | 'json'): Promise<Blob> {
  const file = await answered(
    api.GET('/v1/programmes/{id}/reports/management', {
      params: { path: { id: programme }, query: { ...at, format } },
      parseAs: 'blob',
    }),
  );
  return file as Blob;
}

export const runs = ({ id, day }: About) =>
  question({
    key: ['report-runs', id, day],
    shape: reportRuns,
    ask: (signal) => api.GET('/v1/programmes/{id}/report-runs', { params: { path: { id }, query: when(day) }, signal }),
  });

type RunAsked = { readonly programme: string } & Pick<ReportRun, 'schedule' | 'due'>;

const addressed = ({ programme, schedule, due }: RunAsked) => ({ params: { path: { id: programme, schedule, due } } });

/** A report that went out on schedule; it never changes. */
export const run = (asked: RunAsked) =>
  queryOptions({
    queryKey: ['report-run', asked.programme, asked.due, asked.schedule],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      managementReport.parse(
        await answered(
          api.GET('/v1/programmes/{id}/report-runs/{schedule}/{due}', { ...addressed(asked), parseAs: 'json', signal }),
        ),
      ),
  });

/** The same as the file that was kept. */
export async function runFile(asked: RunAsked): Promise<Blob> {
  const file = await answered(
    api.GET('/v1/programmes/{id}/report-runs/{schedule}/{due}', { ...addressed(asked), parseAs: 'blob' }),
  );
  return file as Blob;
}
