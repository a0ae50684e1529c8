import type { DataOf, Decide } from '../kernel/command.ts';
import type { Template } from '../template/template.ts';
import type { ProgrammeEvent } from './events.ts';

type Data<T extends ProgrammeEvent['type']> = DataOf<ProgrammeEvent, T>;

export type ProgrammeCommand =
  /** Sets the programme up and adopts the template, whole, in one decision. */
  | Decide<'set-up-programme', Data<'programme.set-up.v1'> & { template: Template }>
  /** Takes a later version of the template that the programme has. */
  | Decide<'change-template', Data<'programme.template-changed.v1'>>
  | Decide<'schedule-report', Data<'programme.report-scheduled.v1'>>
  | Decide<'unschedule-report', Data<'programme.report-unscheduled.v1'>>;
