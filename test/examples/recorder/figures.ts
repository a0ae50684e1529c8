import type { MoneyByHand, ProgressLine } from './by-hand.ts';

/** Asks `/v1` as the auditor. */
export type Ask = <T>(path: string) => Promise<T>;

interface ProgressItem {
  readonly organisation: { readonly name: string };
  readonly participation: { readonly step: string } | null;
  readonly judgedBy: { readonly version: number } | null;
  readonly progress: { readonly reached: number; readonly expected: number; readonly status: string | null } | null;
}

/** What a list of progress says of each organisation, by its name; how many milestones were due, and by which version. */
export async function progressLines(ask: Ask, programme: string, asOf: string) {
  const path = `/programmes/${programme}/progress?limit=100&${asOf}`;
  const { data } = await ask<{ data: { items: readonly ProgressItem[] } }>(path);
  const lines = data.items.map(({ organisation, participation, progress }): [string, ProgressLine] => [
    organisation.name,
    [participation?.step ?? 'none', progress?.reached ?? -1, progress?.status ?? 'none'],
  ]);
  const expected = Math.max(...data.items.map(({ progress }) => progress?.expected ?? 0));
  return { lines: Object.fromEntries(lines), expected, judgedBy: data.items[0]?.judgedBy?.version };
}

/** How many items of each of these kinds the dossier holds. */
export async function itemCounts(ask: Ask, programme: string, kinds: readonly string[]) {
  const counted = kinds.map(async (kind): Promise<[string, number]> => {
    const path = `/programmes/${programme}/dossier?kind=${kind}&limit=1`;
    return [kind, (await ask<{ data: { total: number } }>(path)).data.total];
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** The money of a programme, by line of work. */
export async function moneyLines(ask: Ask, programme: string, asOf: string) {
  const path = `/programmes/${programme}/budget?${asOf}`;
  const { data } = await ask<{ data: { lines: readonly (MoneyByHand & { line: string })[] } }>(path);
  const lines = data.lines.map(({ line, budgeted, committed, spent, left }): [string, MoneyByHand] => [
    line,
    { budgeted, committed, spent, left },
  ]);
  return Object.fromEntries(lines);
}
