import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { nextMessage, numberIn, startChild } from './child.ts';
import type { Environment } from './environment.ts';
import { scriptOf } from './environment.ts';

const SAMPLE_MS = 100;

/** The largest resident size of a process in each half of a time, in MiB. */
class Peaks {
  #samples: number[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(pid: number) {
    this.#timer = setInterval(() => this.#samples.push(residentMebibytes(pid)), SAMPLE_MS);
  }

  stop(): { first: number; second: number; peak: number } {
    clearInterval(this.#timer);
    const half = Math.ceil(this.#samples.length / 2);
    const first = Math.max(...this.#samples.slice(0, half));
    const second = Math.max(...this.#samples.slice(half));
    return { first, second, peak: Math.max(first, second) };
  }
}

/** A reader in a process of its own reads the whole log, while both ends are watched. */
export async function measureMemory({ node, size }: Environment) {
  const reader = await startChild(scriptOf('reader'), { BENCH_LOG: node.connectionString });
  const [atNode, atReader] = [new Peaks(node.pid), new Peaks(reader.process.pid ?? 0)];
  reader.process.send({ read: size.events });
  const told = await nextMessage(reader.process);
  const peaks = { node: atNode.stop(), reader: atReader.stop() };
  await reader.stop();
  return { ...peaks, events: numberIn(told, 'events'), seconds: numberIn(told, 'seconds') };
}

function residentMebibytes(pid: number): number {
  if (process.platform === 'linux') {
    const pages = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)?.[1];
    return Math.round(Number(pages) / 1024);
  }
  if (process.platform === 'win32') return Number.NaN;
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
}
