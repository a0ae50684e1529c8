import { dataOf } from '../kernel/command.ts';
import { type Aggregate, accept, type Decision, never, type Refusal, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { organisationUnknown, programmeUnknown } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import type { RegisterState } from '../register/state.ts';
import { inconsistency } from '../template/consistency.ts';
import type { Template } from '../template/template.ts';
import type { ProgrammeCommand } from './commands.ts';
import type { ProgrammeEvent } from './events.ts';
import * as refusals from './refusals.ts';
import type { ProgrammeState, SetUpProgramme } from './state.ts';

export interface ProgrammeContext {
  readonly register: RegisterState;
}

type SetUp = Extract<ProgrammeCommand, { type: 'set-up-programme' }>;
type Change = Extract<ProgrammeCommand, { type: 'change-template' }>;
type Schedule = Extract<ProgrammeCommand, { type: 'schedule-report' }>;

function decide(command: ProgrammeCommand, state: ProgrammeState, context: ProgrammeContext): Decision<ProgrammeEvent> {
  if (command.type === 'set-up-programme') return decideSetUp(command, state, context);
  if (state.status === 'unknown') return refuse(programmeUnknown());
  switch (command.type) {
    case 'change-template':
      return decideChange(command, state);
    case 'schedule-report':
      return decideSchedule(command, state);
    case 'unschedule-report': {
      const { schedule } = command;
      if (!state.schedules.some((s) => s.schedule === schedule)) return refuse(refusals.scheduleUnknown(schedule));
      const subjects = [subject('programme', state.programme), subject('report-schedule', schedule)];
      return accept<ProgrammeEvent>([{ type: 'programme.report-unscheduled.v1', data: dataOf(command), subjects }]);
    }
    default:
      return never(command);
  }
}

function decideSetUp(command: SetUp, state: ProgrammeState, context: ProgrammeContext): Decision<ProgrammeEvent> {
  const refused = refuseSetUp(command, state, context);
  if (refused) return refuse(refused);
  const { template, ...data } = dataOf(command);
  const programme = subject('programme', command.programme);
  return accept<ProgrammeEvent>([
    { type: 'programme.set-up.v1', data, subjects: [programme, subject('organisation', command.client)] },
    { type: 'programme.template-adopted.v2', data: { template }, subjects: [programme] },
  ]);
}

function refuseSetUp(command: SetUp, state: ProgrammeState, context: ProgrammeContext): Refusal | undefined {
  const { programme, client, opensOn, from, until, template } = command;
  if (state.status !== 'unknown') return refusals.alreadySetUp(programme);
  if (until < from) return refusals.untilBeforeFrom(from, until);
  if (until < opensOn) return refusals.opensAfterItEnds(opensOn, until);
  if (!context.register.organisations.has(client)) return organisationUnknown(client, 'client');
  return refuseTemplate(template);
}

function refuseTemplate(template: Template): Refusal | undefined {
  const wrong = inconsistency(template);
  return wrong === undefined ? undefined : refusals.templateInconsistent(wrong);
}

function decideChange(command: Change, state: SetUpProgramme): Decision<ProgrammeEvent> {
  const refused = refuseChange(command.template, state.template);
  if (refused) return refuse(refused);
  const subjects = [subject('programme', state.programme)];
  return accept<ProgrammeEvent>([{ type: 'programme.template-changed.v1', data: dataOf(command), subjects }]);
}

/**
 * Milestones and lines may come, go and move. Layers and categories stay, because what was recorded speaks of them; their
 * words may change.
 */
function refuseChange(to: Template, from: Template | undefined): Refusal | undefined {
  if (from && to.key !== from.key) return refusals.templateOfAnotherShape(from.key, to.key);
  if (from && to.version <= from.version) return refusals.templateNotNewer(from.version);
  const gone = keyGone(from?.layers, to.layers) ?? keyGone(from?.categories, to.categories);
  if (gone !== undefined) return refusals.templateLosesKey(gone);
  return refuseTemplate(to);
}

type Keyed = readonly { readonly key: string }[];

function keyGone(before: Keyed = [], after: Keyed): string | undefined {
  return before.find(({ key }) => !after.some((other) => other.key === key))?.key;
}

function decideSchedule(command: Schedule, state: SetUpProgramme): Decision<ProgrammeEvent> {
  if (command.every === 'week' && command.day > 7) return refuse(refusals.noSuchWeekday(command.day));
  const same = state.schedules.find(
    (s) =>
      s.schedule === command.schedule ||
      (s.every === command.every && s.day === command.day && s.time === command.time),
  );
  if (same) return refuse(refusals.alreadyScheduled(same.schedule));
  const subjects = [subject('programme', state.programme), subject('report-schedule', command.schedule)];
  return accept<ProgrammeEvent>([{ type: 'programme.report-scheduled.v1', data: dataOf(command), subjects }]);
}

function evolve(state: ProgrammeState, event: Recorded<ProgrammeEvent>): ProgrammeState {
  if (event.type === 'programme.set-up.v1') {
    return { status: 'set-up', ...event.data, template: undefined, schedules: [] };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'programme.template-adopted.v2':
    case 'programme.template-changed.v1':
      return { ...state, template: event.data.template };
    case 'programme.report-scheduled.v1':
      return { ...state, schedules: [...state.schedules, event.data] };
    case 'programme.report-unscheduled.v1':
      return { ...state, schedules: state.schedules.filter((s) => s.schedule !== event.data.schedule) };
    default:
      return never(event);
  }
}

/** A programme: its period, its client, the template that it is judged by, and when reports go out. */
export const programme: Aggregate<ProgrammeState, ProgrammeCommand, ProgrammeEvent, ProgrammeContext> = {
  name: 'programme',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
