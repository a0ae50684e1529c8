import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { productFolder } from '#log/release';
import { type Child, nextMessage, numberIn, startChild } from '../child.ts';
import type { Environment } from './environment.ts';
import { usualContent } from './sample.ts';

const folder = join(productFolder, 'test', 'bench', 'log', 'emmett');
const INSTALL_MS = 120_000;

/**
 * Starts Emmett's command handler, installing it first when it is not there.
 * @returns null, after having said so, when that is not possible, as without a network: it is a figure and no goal.
 */
export async function startEmmett({ node }: Environment): Promise<Child | null> {
  try {
    await install();
    const env = { BENCH_LOG: node.connectionString, BENCH_EVENT: JSON.stringify(usualContent) };
    return await startChild(join(folder, 'handler.mjs'), env);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    process.stderr.write(`Emmett is left out, because it could not be installed or started: ${reason}\n`);
    return null;
  }
}

/** Commands per second of its handler. */
export async function emmettRate(emmett: Child, writers: number, span: number): Promise<number> {
  emmett.process.send({ writers, span });
  return numberIn(await nextMessage(emmett.process), 'rate');
}

async function install(): Promise<void> {
  if (existsSync(join(folder, 'node_modules', '@event-driven-io', 'emmett-esdb'))) return;
  // npm says in its environment where it stands itself; without it, it is looked up in the PATH.
  const npm = process.env['npm_execpath'];
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
  const options = { cwd: folder, timeout: INSTALL_MS, shell: npm === undefined && process.platform === 'win32' };
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  await promisify(execFile)(command ?? 'npm', [...first, ...args], options);
}
