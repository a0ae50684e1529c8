import { EventStoreDBClient } from '@eventstore/db-client';
import { type Beginning, openOrStart } from './beginning.ts';
import { isContractFault, LogNotOurs, LogUnavailable } from './contract/errors.ts';
import type { Purpose } from './genesis.ts';
import { BackOff, Deadline, patience } from './patience.ts';

export interface Connecting {
  /** What an empty log is started for. */
  readonly purpose: Purpose;
  /** The moment of the genesis event, when this connection is the one that starts the log. UTC. */
  readonly now: () => string;
  /** How long the node may be out of reach at the start, in milliseconds. */
  readonly patience?: number;
}

/**
 * Connects, and starts the log when it is empty.
 *
 * @throws LogUnavailable when no node answered within the patience; LogNotOurs when the log holds events of something else.
 */
export async function connected(
  url: string,
  options: Connecting,
): Promise<{ readonly client: EventStoreDBClient; readonly genesis: Beginning }> {
  const client = EventStoreDBClient.connectionString(withKeepAlive(url));
  const deadline = new Deadline(options.patience ?? patience.connect);
  for (const pauses = new BackOff(patience.reconnect); ; await pauses.wait()) {
    try {
      return { client, genesis: await openOrStart(client, options) };
    } catch (error) {
      if (isContractFault(error) || error instanceof LogNotOurs) throw error;
      if (deadline.isPast) throw new LogUnavailable('no node answered', { cause: error });
    }
  }
}

/** A line that is dead without having been closed is given up in time, unless the connection string says otherwise. */
function withKeepAlive(url: string): string {
  if (/[?&]keepAlive(Interval|Timeout)=/i.test(url)) return url;
  const { every, within } = patience.keepAlive;
  return `${url}${url.includes('?') ? '&' : '?'}keepAliveInterval=${every}&keepAliveTimeout=${within}`;
}
