import { BlockList } from 'node:net';
import { EmbeddedError } from '../errors.ts';
import { assertPortFree } from '../folder/ports.ts';
import { NodeServer } from './service/server.ts';
import { Log } from './store/log.ts';

export interface NodeOptions {
  /** PostgreSQL, with the right to make the schema `eventlog`. Holds a password. */
  readonly connectionString: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /**
   * An address of this machine alone, of IPv4 (127.…): the node has no access control and must not be reachable from
   * elsewhere.
   */
  readonly host?: string;
  /** How long to look for a lost PostgreSQL, reading back included, before giving up; in ms, 10 seconds by default. */
  readonly patience?: number;
  /**
   * How long PostgreSQL may leave a statement without an answer, in milliseconds; 20 seconds by default. A line that dies
   * in silence is noticed only then, so an append that is on it is answered within this and the patience together.
   */
  readonly answerWithin?: number;
  /** How many streams' last revisions are kept in memory; 100,000 by default. */
  readonly streamsInMemory?: number;
  /** How much of the end of the log is kept in memory for live subscriptions; 20,000 events and 32 MiB by default. */
  readonly tail?: { readonly events: number; readonly bytes: number };
  /** Called when the log can no longer be written. The node has closed then. */
  readonly onFailure?: (error: Error) => void;
}

export interface LogNode {
  readonly port: number;
  /** For `EventStoreDBClient.connectionString`. */
  readonly connectionString: string;
  /** Finishes the appends that were begun, ends reads and subscriptions, and lets go of the log. Safe to call twice. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

const ofThisMachine = new BlockList();
ofThisMachine.addSubnet('127.0.0.0', 8, 'ipv4');

function assertLoopback(host: string): void {
  if (ofThisMachine.check(host, 'ipv4')) return;
  throw new EmbeddedError('log-not-started', {
    en: `The log node listens on an address of this machine alone (127.0.0.1, or another that begins with 127), and not on ${host}: whoever reaches it can write. Use a real EventStoreDB for more than one machine.`,
    nl: `Het logboekproces luistert alleen op een adres van deze machine zelf (127.0.0.1, of een ander dat met 127 begint), en niet op ${host}: wie erbij kan, kan schrijven. Gebruik een echte EventStoreDB voor meer dan één machine.`,
  });
}

/** The string by which a client finds the node. */
export function esdbConnectionString(port: number, host = LOOPBACK): string {
  return `esdb://${host}:${port}?tls=false`;
}

/**
 * Starts a log node in this process. The product runs it as a process of its own, with `spawnNode`.
 * @throws EmbeddedError `log-in-use` when another node writes this log, `port-in-use`; an error of the driver when
 * PostgreSQL cannot be reached.
 */
export async function startNode(options: NodeOptions): Promise<LogNode> {
  const host = options.host ?? LOOPBACK;
  assertLoopback(host);
  // Before the log is waited for: whoever asks for a taken port should hear that, and at once.
  if (options.port) await assertPortFree(options.port, host);
  const fail = (error: Error): void => void close().finally(() => options.onFailure?.(error));
  const log = await Log.open({
    connectionString: options.connectionString,
    onFailure: fail,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.answerWithin === undefined ? {} : { answerWithin: options.answerWithin }),
    ...(options.tail === undefined ? {} : { tail: options.tail }),
    ...(options.streamsInMemory === undefined ? {} : { streamsInMemory: options.streamsInMemory }),
  });
  const server = new NodeServer(log);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= log.drain().then(async () => {
      await server.close();
      await log.close();
    });
    return closing;
  };
  try {
    const port = await server.listen(host, options.port ?? 0);
    return { port, connectionString: esdbConnectionString(port, host), close };
  } catch (error) {
    await log.close();
    throw error;
  }
}
