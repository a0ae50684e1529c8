import { prune } from '#views/rebuild/prune';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { describe } from './views-status.ts';
import { withViews } from './with-views.ts';

export interface ViewsPruneOptions {
  readonly data: string;
  readonly previous: boolean;
  readonly filling: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `samenspel views prune`: drops the generations that no running version carries, and says which. */
export async function pruneViews({ data, json, ...options }: ViewsPruneOptions): Promise<void> {
  if (json) leaveOutputToPrograms();
  const { dropped, kept } = await withViews(data, (views) => prune({ views, ...options }));
  if (json) jsonLine({ dryRun: options.dryRun, dropped, kept });
  if (dropped.length === 0) line({ nl: 'Er is niets te verwijderen.', en: 'There is nothing to drop.' });
  else if (options.dryRun) line({ nl: 'Zou verwijderd worden:', en: 'Would be dropped:' });
  else line({ nl: 'Verwijderd:', en: 'Dropped:' });
  for (const generation of dropped) line(`  ${describe(generation)}`);
  if (kept.length > 0)
    line({ nl: 'Bewaard, want in gebruik door een andere versie:', en: 'Kept, for another version uses them:' });
  for (const generation of kept) line(`  ${describe(generation)}`);
}
