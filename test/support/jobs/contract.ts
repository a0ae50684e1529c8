import { faultsAreOvercome } from './faults.ts';
import { nudgesLeadToRuns } from './nudges.ts';
import { absenceIsOutlived } from './store-away.ts';
import type { TestStore } from './test-store.ts';
import { jobsCanBeWatched } from './witness.ts';

/** What every store of jobs must do. */
export function contract(given: () => TestStore): void {
  nudgesLeadToRuns(given);
  faultsAreOvercome(given);
  absenceIsOutlived(given);
  jobsCanBeWatched(given);
}
