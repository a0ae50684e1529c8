import { back as goBack } from '#views/rebuild/back';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { withViews } from './with-views.ts';

/** `samenspel views back [view…]`: the previous generation is in use again; a second time undoes it. */
export async function back(names: readonly string[], { data, json }: { data: string; json: boolean }): Promise<void> {
  if (json) leaveOutputToPrograms();
  const views = await withViews(data, (opened) => goBack(opened, names));
  if (json) jsonLine({ views });
  for (const { view, live, previous } of views) {
    line({
      nl: `${view}: generatie #${live} is weer in gebruik, #${previous} is bewaard.`,
      en: `${view}: generation #${live} is in use again, #${previous} is kept.`,
    });
  }
}
