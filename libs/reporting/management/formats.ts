import { stringify } from 'csv-stringify/sync';
import { canonical } from '#log/contract/canonical';
import { cellsOf } from './cells.ts';
import type { ManagementReport } from './report.ts';

/**
 * The report as canonical JSON (RFC 8785) with a line end, so that equal reports are equal bytes. Reasons stand in it by
 * their code: a sentence that a later release says better must not make another report of the same figures.
 */
export function asJson(report: ManagementReport): string {
  const trajectories = report.trajectories.map((figures) => ({
    ...figures,
    reasons: figures.reasons.map(({ code, about }) => ({ code, ...(about && { about }) })),
  }));
  return `${canonical({ ...report, trajectories })}\n`;
}

/**
 * The report as CSV for the spreadsheets of an office: semicolons and a byte order mark, for Dutch Excel reads neither
 * commas nor "Noardeast-Fryslân" right without them; CRLF after RFC 4180. Every line is one figure, so that a next
 * report can be put below it. Cells that a spreadsheet would take for a formula get an apostrophe before them.
 */
export function asCsv(report: ManagementReport, lang: 'nl' | 'en' = 'nl'): string {
  return stringify(
    cellsOf(report, lang).map((cells) => [...cells]),
    {
      delimiter: ';',
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  );
}
