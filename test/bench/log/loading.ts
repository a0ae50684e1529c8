import { randomUUID } from 'node:crypto';
import { draftsOf } from '#log/repository/draft';
import { Repository } from '#log/repository/repository';
import { type CommandSide, commandNumber, counting, metaNow } from './command-side.ts';
import { alternate, type Side } from './rounds.ts';

const LENGTHS = [100, 1000, 10_000] as const;
const PER_APPEND = 500;

/** Makes a stream with so many events. @returns the id of its aggregate. */
async function makeStream({ log, vault }: CommandSide, length: number): Promise<string> {
  const id = randomUUID();
  const stream = `${counting.name}-${id}`;
  for (let from = 0; from < length; from += PER_APPEND) {
    const drafts = [];
    for (let number = from; number < Math.min(from + PER_APPEND, length); number += 1) {
      const command = commandNumber(number, id);
      const decision = counting.decide(command, number, undefined);
      if (decision.outcome === 'refused') throw new Error(decision.refusal.en);
      const writing = { log: log.id, stream, command, meta: metaNow(), warnings: [] };
      drafts.push(...(await draftsOf(decision.events, writing, vault)));
    }
    const appended = await log.append(stream, from - 1, drafts);
    if (appended.outcome !== 'appended') throw new Error(`A stream could not be made: ${appended.outcome}`);
  }
  return id;
}

/**
 * Milliseconds to load an aggregate of so many events that is in no cache: read, check, fold. This is why there are no
 * snapshots while streams stay short.
 */
export async function measureLoading(side: CommandSide, rounds: number) {
  const loading = async (length: number): Promise<Side> => {
    const id = await makeStream(side, length);
    return async () => {
      const repository = new Repository(side.log, side.vault);
      const began = performance.now();
      const { revision } = await repository.fresh(counting, id);
      if (revision !== length - 1) throw new Error(`${revision + 1} events came instead of ${length}`);
      return performance.now() - began;
    };
  };
  const [short, middle, long] = [await loading(LENGTHS[0]), await loading(LENGTHS[1]), await loading(LENGTHS[2])];
  return alternate({ short, middle, long }, rounds);
}
