import { rebuildIndex } from '#views/rebuild/rebuild-index';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { withViews } from './with-views.ts';

/** `samenspel views reindex`: for an index that is damaged; rows alone are made again by `samenspel views rebuild`. */
export async function reindex({ data, json }: { data: string; json: boolean }): Promise<void> {
  if (json) leaveOutputToPrograms();
  const isInUse = await withViews(data, async (views, engines) => {
    await rebuildIndex(views);
    return engines.isInUse;
  });
  if (json) jsonLine({ emptied: true, isInUse });
  line(
    isInUse
      ? {
          nl: 'De index en de overzichten zijn leeg en worden nu opnieuw gemaakt; samenspel views status toont hoever het is.',
          en: 'The index and the views are empty and are being made again now; samenspel views status shows how far it is.',
        }
      : {
          nl: 'De index en de overzichten zijn leeg; ze worden bij de volgende start opnieuw gemaakt.',
          en: 'The index and the views are empty; they are made again at the next start.',
        },
  );
}
