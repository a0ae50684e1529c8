import { withTimeLimit } from '#log/patience';
import { release } from '#log/release';

/** What was found of one thing that a process stands on. */
export interface Finding {
  readonly status: 'pass' | 'fail';
  /** Why, for programs; the command line and the documentation have the words. */
  readonly code?: string;
  /** What was measured. Never an address, an error or a text of the log: everybody may ask. */
  readonly [figure: string]: string | number | boolean | undefined;
}

export interface Report {
  readonly status: 'pass' | 'fail';
  readonly release: string;
  readonly checks: Readonly<Record<string, Finding>>;
}

/** Finds out how one thing is. What it throws means that it cannot be reached. */
export type Check = () => Promise<Finding>;

export const passes: Finding = { status: 'pass' };

/** Anybody may ask, at any rate: an answer serves everybody for this long, in milliseconds. */
const goodFor = 500;
const answerWithin = 3_000;

/** Whether a process can do its work, by everything that it needs for it. */
export class Readiness {
  private last: { readonly at: number; readonly report: Promise<Report> } | undefined;

  constructor(private readonly checks: Readonly<Record<string, Check>>) {}

  /** Never throws: what cannot be found out has failed. */
  report(): Promise<Report> {
    const now = performance.now();
    if (!this.last || now - this.last.at > goodFor) this.last = { at: now, report: this.find() };
    return this.last.report;
  }

  private async find(): Promise<Report> {
    const names = Object.keys(this.checks);
    const findings = await Promise.all(Object.values(this.checks).map(found));
    const checks = Object.fromEntries(names.map((name, i) => [name, findings[i] ?? unreachable]));
    const status = findings.every((finding) => finding.status === 'pass') ? 'pass' : 'fail';
    return { status, release, checks };
  }
}

const unreachable: Finding = { status: 'fail', code: 'unreachable' };

async function found(check: Check): Promise<Finding> {
  try {
    return await withTimeLimit(check(), answerWithin);
  } catch {
    // Why it cannot be reached stands in the log of the process, where its own client tells it.
    return unreachable;
  }
}
