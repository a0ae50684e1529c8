import type { EmbeddedErrorCode, Sentence } from '../errors.ts';
import type { NodeOptions } from './start-node.ts';

/** How the node's process ends, for whoever supervises it. */
export const NODE_EXIT = {
  /** It was asked to, or its parent went away. */
  stopped: 0,
  /** It could not start; a message says why. Starting it again helps only when the reason has gone. */
  notStarted: 70,
  /** PostgreSQL was away for too long, or the outcome of a commit cannot be known. Start it again. */
  lostDatabase: 75,
} as const;

/** What the node tells its parent, once, over the channel. */
export type NodeMessage =
  | { readonly ready: true; readonly port: number }
  | {
      readonly ready: false;
      readonly code: EmbeddedErrorCode;
      /** Null when it is no failure that was foreseen; the reason is then for whoever looks into it. */
      readonly sentence: Sentence | null;
      readonly reason: string;
    };

/** Options go through the environment and not over the command line, which every user of the machine can read. */
const NAMES = {
  connectionString: 'SAMENSPEL_LOG_DATABASE',
  port: 'SAMENSPEL_LOG_PORT',
  host: 'SAMENSPEL_LOG_HOST',
  patience: 'SAMENSPEL_LOG_PATIENCE_MS',
  answerWithin: 'SAMENSPEL_LOG_ANSWER_MS',
} as const;

type ProcessOptions = Pick<NodeOptions, 'connectionString' | 'port' | 'host' | 'patience' | 'answerWithin'>;

export function environmentOf(options: ProcessOptions): Record<string, string> {
  return Object.fromEntries(
    Object.entries(NAMES).flatMap(([option, name]) => {
      const value = options[option as keyof typeof NAMES];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

/** @throws Error when the connection string is missing, or a number is not one. */
export function optionsFromEnvironment(environment: NodeJS.ProcessEnv): ProcessOptions {
  const connectionString = environment[NAMES.connectionString];
  if (connectionString === undefined) throw new Error(`${NAMES.connectionString} is not set`);
  const host = environment[NAMES.host];
  const patience = numberOf(environment, NAMES.patience);
  const answerWithin = numberOf(environment, NAMES.answerWithin);
  return {
    connectionString,
    port: numberOf(environment, NAMES.port) ?? 0,
    ...(host === undefined ? {} : { host }),
    ...(patience === null ? {} : { patience }),
    ...(answerWithin === null ? {} : { answerWithin }),
  };
}

function numberOf(environment: NodeJS.ProcessEnv, name: string): number | null {
  const text = environment[name];
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number`);
  return value;
}
