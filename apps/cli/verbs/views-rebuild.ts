import type { RowDifference } from '#views/rebuild/compare';
import { RebuildError } from '#views/rebuild/errors';
import { type RebuildOutcome, type Rebuilt, rebuildViews } from '#views/rebuild/rebuild-views';
import type { Views } from '#views/views';
import { say } from '../terminal/language.ts';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { type Progress, progress } from '../terminal/progress.ts';
import { withViews } from './with-views.ts';

export interface ViewsRebuildOptions {
  readonly data: string;
  readonly accept: boolean;
  /** How many threads fold; when left out, as many as there are cores. */
  readonly threads?: number | undefined;
  readonly json: boolean;
}

/** How many differences of each view are printed; `--json` gives some more. */
const PRINTED = 10;

/**
 * `samenspel views rebuild [view…]`: makes views again beside those in use, compares them and switches over. Ctrl-C stops
 * it between two batches; given again it goes on there.
 * @throws CliError (exit code 3) when rows differ that are made in the same way, unless `--accept` was given.
 */
export async function rebuild(
  names: readonly string[],
  { data, accept, threads, json }: ViewsRebuildOptions,
): Promise<void> {
  if (json) leaveOutputToPrograms();
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const bar = progress({ nl: 'gebeurtenissen gevouwen', en: 'events folded' }, { speed: true });
  const onProgress = told(bar);
  const folders = threads === undefined ? undefined : { count: Math.max(threads, 1), inThreads: threads > 0 };
  try {
    const work = async (views: Views): Promise<void> => {
      const outcome = await rebuildViews({ views, names, accept, folders, signal: stop.signal, onProgress });
      bar.end();
      if (json) jsonLine(outcome);
      report(outcome);
    };
    await withViews(data, work, { stopsItself: true });
  } finally {
    bar.end();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function told(bar: Progress) {
  let comparing = false;
  return (phase: 'filling' | 'comparing', done: number, total: number): void => {
    if (phase === 'filling') bar.to(done, total);
    else if (!comparing) {
      comparing = true;
      bar.end();
      line({ nl: 'Rijen vergelijken…', en: 'Comparing rows…' });
    }
  };
}

function report({ ordinal, views }: RebuildOutcome): void {
  line({ nl: `Vergeleken tot en met volgnummer ${ordinal}.`, en: `Compared up to and including ordinal ${ordinal}.` });
  for (const view of views) {
    line(`  ${view.view.padEnd(20)} ${say(comparedOf(view))}`);
    for (const difference of view.first.slice(0, PRINTED)) line(`      ${describe(difference)}`);
    if (view.count > PRINTED)
      line({ nl: `      … en nog ${view.count - PRINTED}`, en: `      … and ${view.count - PRINTED} more` });
  }
  const refused = views.filter(({ live }) => !live);
  if (refused.length > 0) throw RebuildError.different(refused.reduce((sum, { count }) => sum + count, 0));
  line({
    nl: 'Alles is in gebruik. De vorige generatie is bewaard: samenspel views back.',
    en: 'All are in use. The previous generation is kept: samenspel views back.',
  });
}

function comparedOf({ comparedWith, versions, count }: Rebuilt) {
  if (!comparedWith) return { nl: 'nieuw, niets om mee te vergelijken', en: 'new, nothing to compare with' };
  const { generation, version, sameFold } = comparedWith;
  if (count === 0) {
    return {
      nl: `${versions} rijversies, gelijk aan generatie #${generation}`,
      en: `${versions} row versions, the same as generation #${generation}`,
    };
  }
  return sameFold
    ? {
        nl: `${count} verschillen met generatie #${generation}, die zo gemaakt had moeten zijn (van ${versions} rijversies)`,
        en: `${count} differences from generation #${generation}, which is made in the same way (of ${versions} row versions)`,
      }
    : {
        nl: `${count} verschillen met versie ${version} (generatie #${generation}), met opzet: de berekening is veranderd (van ${versions} rijversies)`,
        en: `${count} differences from version ${version} (generation #${generation}), on purpose: the fold changed (of ${versions} row versions)`,
      };
}

const kinds = {
  gone: { nl: 'is er niet meer', en: 'is gone' },
  new: { nl: 'is nieuw', en: 'is new' },
  different: { nl: 'is anders', en: 'is different' },
} as const;

function describe({ key, from, kind, changed }: RowDifference): string {
  return [`${key} @${from}`, say(kinds[kind]), ...changed.slice(0, 3)].join('  ');
}
