import type { DataOf } from '../kernel/command.ts';
import type { Template } from '../template/template.ts';
import type { ProgrammeEvent } from './events.ts';

export type ReportSchedule = DataOf<ProgrammeEvent, 'programme.report-scheduled.v1'>;

export interface SetUpProgramme {
  readonly status: 'set-up';
  readonly programme: string;
  readonly name: string;
  /** The organisation that it is done for. */
  readonly client: string;
  /** The first day of interest and application. */
  readonly opensOn: string;
  readonly from: string;
  readonly until: string;
  readonly template: Template | undefined;
  readonly schedules: readonly ReportSchedule[];
}

export type ProgrammeState = { readonly status: 'unknown' } | SetUpProgramme;
