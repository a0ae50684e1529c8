import { afterEach } from '@jest/globals';
import type { JobStore } from '#jobs/backend';
import { Jobs, type JobsWitness } from '#jobs/jobs';

/** A store of jobs in the hands of a test. */
export interface TestStore {
  readonly store: JobStore;
  /** Forgets everything that is in it, while it goes on. */
  flush(): Promise<void>;
  /** Goes away, and comes back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export type Shard = { readonly shard: number };

/** What one test opens is closed behind it, and what went wrong beside its jobs is kept. Called where tests are written. */
export function opener(given: () => TestStore) {
  const opened: Jobs[] = [];
  const troubles: string[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
    troubles.splice(0);
  });
  const open = (witness: JobsWitness = {}, store: JobStore = given().store) => {
    const jobs = new Jobs(store, (what, error) => troubles.push(`${what}: ${error.message}`), witness);
    opened.push(jobs);
    return jobs;
  };
  return { open, troubles };
}

/** Something to wait for until a test lets go of it. */
export function held(): { readonly done: Promise<void>; release(): void } {
  let release: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { done, release: () => release() };
}
