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
