/** Asks `/v1` as the auditor. */
export type Ask = <T>(path: string) => Promise<T>;

interface ProgressItem {
  readonly organisation: { readonly name: string };
  readonly participation: { readonly step: string } | null;
  readonly progress: { readonly reached: number; readonly expected: number; readonly status: string | null } | null;
}

/** Where a trajectory is, how many milestones it reached, and its status; `none` where there is none. */
export type ProgressLine = readonly [participation: string, reached: number, status: string];

/** What a list of progress says of each organisation, by its name; and how many milestones were due. */
export async function progressLines(ask: Ask, programme: string, asOf: string) {
  const path = `/programmes/${programme}/progress?limit=100&${asOf}`;
  const { data } = await ask<{ data: { items: readonly ProgressItem[] } }>(path);
  const lines = data.items.map(({ organisation, participation, progress }): [string, ProgressLine] => [
    organisation.name,
    [participation?.step ?? 'none', progress?.reached ?? -1, progress?.status ?? 'none'],
  ]);
  const expected = Math.max(...data.items.map(({ progress }) => progress?.expected ?? 0));
  return { lines: Object.fromEntries(lines), expected };
}
