/** The most letters of a key. */
const longest = 60;

/** The key that ordinary words are recorded as: lower case with hyphens, `Wethouder (zorg)` as `wethouder-zorg`; a key is its own. */
export function keyOf(words: string): string {
  const key = words
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    // A key begins with a letter.
    .replace(/^(?=\d)/, 'nr-');
  return key.slice(0, longest).replace(/-+$/, '');
}
