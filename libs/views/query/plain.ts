/**
 * A name as it is searched and sorted by: without accents, in small letters, and with one space for everything that is
 * neither letter nor digit. "Noardeast-Fryslân" is found by "noardeast fryslan".
 */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** By code units: another machine's idea of the alphabet must not change the order of a list. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What has nothing to be sorted by comes after all others, whichever way the list is turned. */
export function nullsLast(a: string | null, b: string | null, turn: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return turn * compare(a, b);
}
