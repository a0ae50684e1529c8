import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly process: ChildProcess;
  /** What it tells first. */
  readonly told: unknown;
  stop(): Promise<void>;
}

/** The compiled script of that name, beside the module with this address (`import.meta.url`). */
export function scriptBeside(url: string, name: string): string {
  return fileURLToPath(new URL(`./${name}.js`, url));
}

/**
 * Starts a script in a process of its own and waits until it tells something over the channel. It ends by itself when
 * the channel closes.
 * @throws Error when it ends without having told anything.
 */
export async function startChild(script: string, env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<Child> {
  const child = fork(script, [...args], {
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = await nextMessage(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return { process: child, told, stop };
}

/** The next thing that a child tells. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`A part of the benchmark ended with code ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** Reads a number out of what a child told. */
export function numberIn(told: unknown, name: string): number {
  const value =
    typeof told === 'object' && told !== null ? Object.entries(told).find(([key]) => key === name)?.[1] : null;
  if (typeof value !== 'number') throw new Error(`A part of the benchmark did not tell its ${name}`);
  return value;
}
