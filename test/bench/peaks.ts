import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const SAMPLE_MS = 100;

/** The largest resident size of a process in each half of a time, in MiB. */
export class Peaks {
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

function residentMebibytes(pid: number): number {
  if (process.platform === 'linux') {
    const pages = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)?.[1];
    return Math.round(Number(pages) / 1024);
  }
  if (process.platform === 'win32') return Number.NaN;
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
}
