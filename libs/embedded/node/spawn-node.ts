import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmbeddedError } from '../errors.ts';
import { environmentOf, NODE_EXIT, type NodeMessage } from './process.ts';
import { esdbConnectionString, type NodeOptions } from './start-node.ts';

const STOP_MS = 10_000;

type Passed = 'connectionString' | 'port' | 'host' | 'patience' | 'answerWithin';

export interface SpawnOptions extends Pick<NodeOptions, Passed> {
  /** The compiled entry; by default the one beside this file. */
  readonly entry?: string;
  /** More for the environment of the process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Told what the node writes about itself, one line at a time (JSON); by default nobody is. */
  readonly log?: (line: string) => void;
}

export interface NodeExit {
  /** One of NODE_EXIT, or another number when it crashed; null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** False after `stop`. */
  readonly unexpected: boolean;
}

export interface SpawnedNode {
  readonly pid: number;
  readonly port: number;
  /** For `EventStoreDBClient.connectionString`. */
  readonly connectionString: string;
  /** Lets it finish what was begun; kills it when that takes longer than ten seconds. Safe to call twice. */
  stop(): Promise<void>;
  /** Called once when the process is gone, at once when it already is. */
  onExit(callback: (exit: NodeExit) => void): void;
}

/**
 * Starts the log node as a process of its own, in a session of its own so that Ctrl-C does not reach it before its
 * users have stopped. It ends by itself when this process does.
 * @throws EmbeddedError `log-in-use`, `port-in-use`, `log-not-started`.
 */
export async function spawnNode(options: SpawnOptions): Promise<SpawnedNode> {
  const child = fork(options.entry ?? defaultEntry(), [], {
    env: { ...process.env, ...options.env, ...environmentOf(options) },
    // What the parent was started with (a debugger's port, a test runner's flags) is not for the node.
    execArgv: [],
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  forwardLines(child, options.log ?? (() => undefined));
  const port = await readyPort(child);
  let isStopping = false;
  const exited = new Promise<NodeExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal, unexpected: !isStopping }));
  });
  return {
    pid: child.pid ?? 0,
    port,
    connectionString: esdbConnectionString(port, options.host),
    onExit: (callback) => void exited.then(callback),
    stop: async () => {
      isStopping = true;
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(kill);
    },
  };
}

/** Beside this file once compiled; from the sources, where only the test runner runs us, in `dist`. */
function defaultEntry(): string {
  const beside = fileURLToPath(new URL('./main.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../dist/libs/embedded/node/main.js', import.meta.url));
}

function readyPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(notStarted(`exit code ${code}`)));
    child.once('message', (message: NodeMessage) => {
      if (message.ready) resolve(message.port);
      else if (message.sentence === null) reject(notStarted(message.reason));
      else reject(new EmbeddedError(message.code, message.sentence));
    });
  });
}

function notStarted(reason: string): EmbeddedError {
  return new EmbeddedError('log-not-started', {
    en: `The log node did not start (${reason}).`,
    nl: `Het logboekproces is niet gestart (${reason}).`,
  });
}

function forwardLines(child: ChildProcess, log: (line: string) => void): void {
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) log(line);
  });
}

export { NODE_EXIT };
