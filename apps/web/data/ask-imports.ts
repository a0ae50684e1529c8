import type { ChangesWithRows } from './answers/between.ts';
import { checkedFile, type ImportStatus, importStatus } from './answers/imports.ts';
import { rowsIn, rowsMadeBy } from './ask-rows.ts';
import { answered, postFile } from './client.ts';
import type { About } from './question.ts';

const path = (programme: string) => `/v1/programmes/${encodeURIComponent(programme)}/imports`;

/** Has a file checked: nothing is recorded. @throws ApiProblem with everything that is wrong, by line. */
export async function checkFile(programme: string, file: Blob) {
  return checkedFile.parse(await answered(postFile(`${path(programme)}?dryRun=true`, file, {})));
}

/** Takes a file in: all of it or nothing. */
export function takeIn(programme: string, file: Blob, headers: Record<string, string>) {
  return postFile(path(programme), file, headers);
}

/** What was recorded of imports; the API has no list of them. */
export const importSteps = (about: About) => rowsMadeBy('import', about);

/** The imports of a programme, the last first. */
export function importsIn(changes: ChangesWithRows): ImportStatus[] {
  return rowsIn(changes, 'import')
    .map((row) => importStatus.parse(row))
    .toSorted((a, b) => b.acceptedAt.localeCompare(a.acceptedAt));
}
