import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '#embedded/folder/ports';
import { eventually } from './product.ts';

/** A Redis of a test's own, in which nothing is kept: what it forgets must be found again by others. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** As `kill -9` does; returns when it is gone. */
  kill(): Promise<void>;
}

/** Whether this machine has a Redis server. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** Starts an empty one, on the port of an earlier one when that is given, and waits until it takes connections. */
export async function startRedis(folder: string, port?: number): Promise<TestRedis> {
  const at = port ?? (await freePort());
  const options = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const abandon = (): void => void server.kill('SIGKILL');
  process.once('exit', abandon);
  const gone = once(server, 'exit').then(() => void process.off('exit', abandon));
  await eventually(() => listens(at), 'Redis takes connections');
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL');
    await gone;
  };
  return { url: `redis://127.0.0.1:${at}`, port: at, pid: pidOf(server), kill };
}

function pidOf(server: ChildProcess): number {
  if (server.pid === undefined) throw new Error('redis-server did not start');
  return server.pid;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
