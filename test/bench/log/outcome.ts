import type { Figures, Goal } from '../figures.ts';
import type { measureAppends } from './appends.ts';
import type { measureMemory } from './memory.ts';
import type { measureReads } from './reads.ts';
import type { measureRepository } from './repository.ts';

export interface Measured {
  readonly appends: Awaited<ReturnType<typeof measureAppends>>;
  readonly commands: Awaited<ReturnType<typeof measureRepository>>;
  /** What it costs to read and fold whole streams. */
  readonly loading: Figures;
  readonly filled: number;
  readonly reads: Awaited<ReturnType<typeof measureReads>>;
  readonly memory: Awaited<ReturnType<typeof measureMemory>>;
}

/** The ceiling of the disk at 32 writers is whichever way of committing together is the faster one. */
function diskCeiling({ rows32, grouped32 }: Measured['appends']): number {
  return Math.max(rows32, grouped32);
}

/** How much higher memory is in the second half of a long read than in the first. 1.2 and less is flat. */
const FLAT = 1.2;

export function figuresOf(measured: Measured): Figures {
  const { appends, commands, loading, reads, memory, filled } = measured;
  return rounded({
    'appends-per-second-1': appends.node1,
    'appends-per-second-32': appends.node32,
    'appends-per-second-1-bare-server': appends.bare1,
    'appends-per-second-32-bare-server': appends.bare32,
    'appends-per-second-1-bare-server-with-insert': appends.storing1,
    'rows-per-second-1-bare-insert': appends.disk1,
    'rows-per-second-32-connections': appends.rows32,
    'rows-per-second-32-grouped': appends.grouped32,
    'rows-per-second-32-ceiling': diskCeiling(appends),
    'events-per-second-in-appends-of-250': filled,
    'reads-per-second-all': reads.read,
    'reads-per-second-all-bare-server': reads.readBare,
    'deliveries-per-second': reads.delivered,
    'deliveries-per-second-bare-server': reads.deliveredBare,
    'delivery-ms-after-acknowledged-median': reads.latency,
    'delivery-ms-after-acknowledged-median-bare-server': reads.latencyBare,
    'long-read-events': memory.events,
    'long-read-seconds': memory.seconds,
    'long-read-node-peak-mib': memory.node.peak,
    'long-read-reader-peak-mib': memory.reader.peak,
    'commands-per-second-1': commands.commands1,
    'commands-per-second-32': commands.commands32,
    'bare-appends-per-second-1': commands.appends1,
    'bare-appends-per-second-32': commands.appends32,
    ...(Number.isNaN(commands.emmett1)
      ? {}
      : { 'emmett-commands-per-second-1': commands.emmett1, 'emmett-commands-per-second-32': commands.emmett32 }),
    ...loading,
  });
}

export function ratiosOf({ appends, commands, reads, memory }: Measured): Figures {
  return rounded({
    'appends-32-vs-lower-ceiling': appends.node32 / Math.min(appends.bare32, diskCeiling(appends)),
    'appends-1-vs-serial-sum': appends.node1 * (1 / appends.bare1 + 1 / appends.disk1),
    'bare-server-with-insert-1-vs-serial-sum': appends.storing1 * (1 / appends.bare1 + 1 / appends.disk1),
    'appends-1-vs-bare-server-with-insert': appends.node1 / appends.storing1,
    'reads-vs-ceiling': reads.read / reads.readBare,
    'deliveries-vs-ceiling': reads.delivered / reads.deliveredBare,
    'commands-1-vs-bare-appends': commands.commands1 / commands.appends1,
    'commands-32-vs-bare-appends': commands.commands32 / commands.appends32,
    'node-memory-second-half-vs-first': memory.node.second / memory.node.first,
    'reader-memory-second-half-vs-first': memory.reader.second / memory.reader.first,
  });
}

/** The goals as they were set before anything was measured. */
export function goalsOf(ratios: Figures): Record<string, Goal> {
  const value = (name: string): number => ratios[name] ?? Number.NaN;
  const atLeast = (name: string, limit: number): [string, Goal] => [name, { atLeast: limit, value: value(name) }];
  const atMost = (name: string, limit: number): [string, Goal] => [name, { limit, value: value(name) }];
  return Object.fromEntries([
    atLeast('appends-32-vs-lower-ceiling', 0.75),
    atLeast('appends-1-vs-serial-sum', 0.8),
    atLeast('reads-vs-ceiling', 0.7),
    atLeast('commands-1-vs-bare-appends', 0.85),
    atLeast('commands-32-vs-bare-appends', 0.85),
    atMost('node-memory-second-half-vs-first', FLAT),
    atMost('reader-memory-second-half-vs-first', FLAT),
  ]);
}

function rounded(figures: Figures): Figures {
  const digits = (value: number): number => (Math.abs(value) >= 100 ? 1 : 1000);
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * digits(value)) / digits(value)]),
  );
}
