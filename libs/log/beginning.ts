import {
  type EventStoreDBClient,
  NO_STREAM,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { decode, encode, type LoggedEvent } from './contract/codec.ts';
import { ContractViolation, LogNotOurs, LogUnavailable } from './contract/errors.ts';
import { genesisDraft, genesisStream, type Purpose } from './genesis.ts';
import { nextEvent } from './next-event.ts';
import { patience, withTimeLimit } from './patience.ts';
import { takenWhole } from './reading.ts';

/** What the first event of a log says. */
export interface Beginning {
  /** The id of the genesis event. */
  readonly id: string;
  readonly purpose: Purpose;
}

/**
 * Reads the beginning of the log, and makes it when the log is empty. Of several that start it at once one is first, and
 * all get the same answer.
 *
 * @throws LogNotOurs when events of something else stand in it: ours among them would make a log that nobody can follow.
 * @throws ContractViolation or UnknownEventType, and whatever the client throws when it cannot be asked.
 */
export async function openOrStart(
  client: EventStoreDBClient,
  options: { readonly purpose: Purpose; readonly now: () => string },
): Promise<Beginning> {
  const known = (await readGenesis(client)) ?? (await begunMeanwhile(client));
  if (known) return known;
  const draft = genesisDraft(options.purpose, options.now());
  try {
    await withTimeLimit(
      client.appendToStream(genesisStream, encode(draft), {
        expectedRevision: NO_STREAM,
        deadline: patience.appendDeadline,
      }),
      patience.call,
    );
  } catch (error) {
    // Another process was first: the log has one beginning, and it is that one.
    if (!(error instanceof WrongExpectedVersionError)) throw error;
  }
  const started = await readGenesis(client);
  if (!started) throw new LogUnavailable('it has no beginning yet');
  return started;
}

/** What stands in a log without a beginning is of something else, unless another process has just begun it. */
async function begunMeanwhile(client: EventStoreDBClient): Promise<Beginning | undefined> {
  if (!(await nextEvent(client, undefined))) return undefined;
  const found = await readGenesis(client);
  if (!found) throw new LogNotOurs();
  return found;
}

async function readGenesis(client: EventStoreDBClient): Promise<Beginning | undefined> {
  try {
    const event = await takenWhole(client.readStream(genesisStream, { maxCount: 1 }), async (found) => {
      let first: LoggedEvent | undefined;
      for await (const resolved of found) first ??= decode(resolved);
      return first;
    });
    if (!event) return undefined;
    if (event.type !== 'log.started.v1') {
      throw new ContractViolation(event.type, event.id, 'the log does not begin as a log of this product');
    }
    return { id: event.id, purpose: event.data.purpose };
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}
