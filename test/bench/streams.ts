import { randomUUID } from 'node:crypto';
import type { New } from '#domain/kernel/event';
import { subject } from '#domain/kernel/subject';
import { trajectory } from '#domain/trajectory/decider';
import type { TrajectoryEvent } from '#domain/trajectory/events';
import { CommandKeys } from '#log/protection/command-keys';
import { countTexts, draftsOf } from '#log/repository/draft';
import { Repository } from '#log/repository/repository';
import { type CommandSide, metaNow } from './command-side.ts';
import type { Figures } from './figures.ts';
import { median } from './rounds.ts';

type Side = Pick<CommandSide, 'log' | 'vault'>;

/** What fits one append of the client. */
const batch = 500;
const programme = randomUUID();

/** Rounds that do not count: the code is compiled while it runs. */
const warmUp = 5;

/**
 * What a command costs on a stream that is not in the cache: reading it whole from the log, checking every event against
 * the contract and folding it with the rules of a real trajectory. Milliseconds, the median of the rounds, for streams of
 * these lengths; a third of the events hold protected text.
 */
export async function measureStreams(
  { log, vault }: Side,
  { lengths = [100, 1_000, 10_000], rounds = 7 } = {},
): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const length of lengths) {
    const id = await recordTrajectory({ log, vault }, length);
    const taken: number[] = [];
    for (let round = -warmUp; round < rounds; round += 1) {
      const began = performance.now();
      // A repository of its own: nothing is cached.
      const { revision } = await new Repository(log, vault).fresh(trajectory, id);
      if (revision !== length - 1) throw new Error(`A stream of ${length} events was read to revision ${revision}`);
      if (round >= 0) taken.push(performance.now() - began);
    }
    figures[`read-and-fold-${length}-events-ms`] = Math.round(median(taken) * 10) / 10;
  }
  return figures;
}

async function recordTrajectory({ log, vault }: Side, length: number): Promise<string> {
  const id = randomUUID();
  const stream = `trajectory-${id}`;
  for (let from = 0; from < length; from += batch) {
    const events = Array.from({ length: Math.min(batch, length - from) }, (_, index) => eventOf(id, from + index));
    const keys = new CommandKeys(vault);
    await keys.reserve(countTexts(events));
    const writing = { log: log.id, stream, command: { type: 'bench' }, meta: metaNow(), warnings: [] };
    const appended = await log.append(stream, from - 1, draftsOf(events, writing, keys));
    if (appended.outcome !== 'appended') throw new Error(`Not appended: ${appended.outcome}`);
  }
  return id;
}

/** Interest first, and then what happens most: contacts, questions and commitments. */
function eventOf(id: string, number: number): New<TrajectoryEvent> {
  const around = {
    subjects: [subject('programme', programme), subject('trajectory', id)],
    occurredOn: { precision: 'day', value: '2025-10-14' },
  } as const;
  if (number === 0) {
    const data = { trajectory: id, programme, organisation: randomUUID(), contactRole: 'contact' };
    return { type: 'trajectory.interest-shown.v1', data, ...around };
  }
  if (number % 3 === 0) {
    const data = { kind: 'phone' as const, roles: ['contact'], summary: { $text: `Gesproken over stap ${number}` } };
    return { type: 'trajectory.contacted.v1', data, ...around };
  }
  const layer = ['council', 'executive', 'officials'][number % 3] ?? 'council';
  return number % 2 === 0
    ? { type: 'trajectory.commitment-asked.v1', data: { layer, due: '2025-12-01' }, ...around }
    : { type: 'trajectory.commitment-put-on-agenda.v1', data: { layer, on: '2025-11-20' }, ...around };
}
