import type { UseCases } from '#commands/use-cases';
import type { Organisation } from '#domain/register/events';
import { existedOn } from '#domain/register/state';
import type { Log } from '#log/log';
import { draftOf } from '../events.ts';
import type { Chunk } from './chunk.ts';
import { PHASES, RealisticProgramme } from './programme.ts';

/** These bring some 100,000 events. They run side by side; those of the next year begin when they are closed. */
const PROGRAMMES_A_YEAR = 412;
const FIRST_YEAR = 2000;
/** When a log that is to be filled has to begin: what is known never runs backwards. */
export const beginning = `${FIRST_YEAR}-01-01T00:00:00.000Z`;
const APPENDS_AT_ONCE = 32;
const MEMBERS_SINCE = '2025-10-01';

export interface FillOptions {
  readonly log: Log;
  /** For the register, which must be in the log. */
  readonly useCases: Pick<UseCases, 'registerState'>;
  /** At least so many events. */
  readonly events: number;
  readonly years?: Years;
}

export interface Years {
  /** The number of the first year; 0 when nothing was filled before. */
  readonly from: number;
  /** Programmes that run side by side; a small log has fewer. */
  readonly programmes: number;
}

const usual: Years = { from: 0, programmes: PROGRAMMES_A_YEAR };

/** A programme as it stands in the log. */
export interface FilledProgramme {
  readonly programme: string;
  readonly network: string;
  readonly trajectories: readonly string[];
}

export interface Filled {
  readonly events: number;
  readonly seconds: number;
  /** In the order in which they began. */
  readonly programmes: readonly FilledProgramme[];
  /** The native position of the last event. */
  readonly position: bigint;
  /** The number of the year that comes next. */
  readonly years: number;
  /** A moment at which the programmes of the last year were halfway, and all others were closed. */
  readonly halfway: string;
}

/**
 * Fills a log with the history of years: each year so many programmes at once, phase by phase, as it would have been
 * recorded. What is written is checked against the contract on its way in.
 */
export async function fillLog({ log, useCases, events, years = usual }: FillOptions): Promise<Filled> {
  const began = performance.now();
  const members = await membersOf(useCases);
  const programmes: FilledProgramme[] = [];
  const written = { events: 0, position: -1n };
  let year = years.from;
  for (; written.events < events; year += 1) {
    const running = Array.from(
      { length: years.programmes },
      (_, index) => new RealisticProgramme({ number: year * PROGRAMMES_A_YEAR + index, ...members }),
    );
    await recordYear(log, { programmes: running, year }, written);
    programmes.push(...running.map(namesOf));
  }
  const seconds = (performance.now() - began) / 1000;
  return { ...written, seconds, programmes, years: year, halfway: momentOf(year - 1, PHASES / 2, 0) };
}

function namesOf({ id, network, trajectories }: RealisticProgramme): FilledProgramme {
  return { programme: id, network, trajectories: trajectories.map((trajectory) => trajectory.id) };
}

/** The organisations that can take part, and one that asks for programmes. */
async function membersOf(useCases: FillOptions['useCases']): Promise<{ organisations: string[]; client: string }> {
  const { organisations } = await useCases.registerState();
  const there = [...organisations.values()].filter((organisation) => existedOn(organisation, MEMBERS_SINCE));
  const idsOf = (kind: Organisation['kind']): string[] => there.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const [client] = idsOf('province');
  if (client === undefined) throw new Error('The log has no register of organisations');
  return { organisations: idsOf('municipality'), client };
}

interface Written {
  events: number;
  position: bigint;
}

interface Year {
  readonly programmes: readonly RealisticProgramme[];
  readonly year: number;
}

/** Phase by phase; within a phase, programmes side by side. */
async function recordYear(log: Log, year: Year, written: Written): Promise<void> {
  for (let phase = 0; phase < PHASES; phase += 1) {
    const chunks = chunksOf(year, phase);
    const write = async (): Promise<void> => {
      for (const chunk of chunks) await append(log, chunk, written);
    };
    await Promise.all(Array.from({ length: APPENDS_AT_ONCE }, write));
  }
}

function* chunksOf({ programmes, year }: Year, phase: number): Generator<Chunk> {
  for (const [index, programme] of programmes.entries()) yield* programme.phase(phase, momentOf(year, phase, index));
}

async function append(log: Log, { stream, after, events }: Chunk, written: Written): Promise<void> {
  const drafts = events.map((event) => draftOf(event, log.id));
  const appended = await log.append(stream, after, drafts);
  if (appended.outcome !== 'appended') throw new Error(`${stream} was not appended to: ${appended.outcome}`);
  written.events += events.length;
  if (appended.position > written.position) written.position = appended.position;
}

/** When a programme records a phase: each phase has a month, and each programme a minute of it. */
function momentOf(year: number, phase: number, programme: number): string {
  return new Date(Date.UTC(FIRST_YEAR + year, phase, 3, 8, programme)).toISOString();
}
