import { dataOf } from '../kernel/command.ts';
import { type Aggregate, accept, type Decision, never, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import type { NetworkState } from '../network/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { RegisterState } from '../register/state.ts';
import type { ImportCommand } from './commands.ts';
import type { ImportEvent } from './events.ts';
import * as refusals from './refusals.ts';
import { checkRows } from './rows.ts';
import type { AcceptedImport, ImportState } from './state.ts';
import { rowsWereRefused } from './warnings.ts';

export interface ImportContext {
  readonly programme: ProgrammeState;
  readonly register: RegisterState;
  /** Those of the programme. */
  readonly networks: readonly NetworkState[];
}

type AcceptImport = Extract<ImportCommand, { type: 'accept-import' }>;
type CompleteImport = Extract<ImportCommand, { type: 'complete-import' }>;

const maximumRows = 2_000;

function decide(command: ImportCommand, state: ImportState, context: ImportContext): Decision<ImportEvent> {
  switch (command.type) {
    case 'accept-import':
      return acceptImport(command, state, context);
    case 'complete-import':
      return completeImport(command, state);
    default:
      return never(command);
  }
}

/** All or nothing: one bad line and the whole file is refused, with all that is wrong with it. */
function acceptImport(command: AcceptImport, state: ImportState, context: ImportContext): Decision<ImportEvent> {
  const { programme, register, networks } = context;
  if (state.status !== 'unknown') return refuse(refusals.alreadyAccepted(command.import));
  if (programme.status === 'unknown' || programme.programme !== command.programme) {
    return refuse(programmeUnknown(command.programme));
  }
  if (command.rows.length === 0) return refuse(refusals.importEmpty());
  if (command.rows.length > maximumRows) return refuse(refusals.importTooLong(command.rows.length, maximumRows));
  const { rows, details } = checkRows(command.rows, { programme, register, networks, at: command.at });
  if (details.length > 0) return refuse(refusals.importRefused(details));
  const subjects = [subject('programme', command.programme), subject('import', command.import)];
  const data = { ...dataOf(command), rows: [...rows] };
  return accept<ImportEvent>([{ type: 'import.accepted.v1', data, subjects }]);
}

function completeImport(command: CompleteImport, state: ImportState): Decision<ImportEvent> {
  if (state.status === 'unknown') return refuse(refusals.importUnknown());
  if (state.status === 'completed') return refuse(nothingChanged());
  const counted = command.recorded + command.known;
  if (counted > state.rows) return refuse(refusals.countsDoNotAddUp(state.rows, counted));
  const subjects = [subject('programme', state.programme), subject('import', state.import)];
  // Checked as a whole when it was accepted; what was refused since then is the difference.
  const warnings = counted < state.rows ? [rowsWereRefused(state.rows - counted)] : [];
  return accept<ImportEvent>([{ type: 'import.completed.v1', data: dataOf(command), subjects }], warnings);
}

function evolve(state: ImportState, event: Recorded<ImportEvent>): ImportState {
  switch (event.type) {
    case 'import.accepted.v1': {
      const { import: id, programme, sha256, rows } = event.data;
      return { status: 'accepted', import: id, programme, sha256, rows: rows.length };
    }
    case 'import.completed.v1':
      return state.status === 'unknown' ? state : ({ ...state, status: 'completed' } satisfies AcceptedImport);
    default:
      return never(event);
  }
}

/** A file of applications that was accepted whole; its rows are recorded by a reaction. */
export const importing: Aggregate<ImportState, ImportCommand, ImportEvent, ImportContext> = {
  name: 'import',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
