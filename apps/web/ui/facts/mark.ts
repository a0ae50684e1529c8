/** A mark as people write it, of its tenths: `7,5`. */
export function markWords(tenths: number): string {
  return (tenths / 10).toFixed(1).replace('.', ',');
}

/** The tenths of a mark, as they are recorded; what is no mark with one decimal is sent as it was typed. */
export function tenthsIn(words: string): number | string {
  const [, whole, tenth = '0'] = /^\s*(\d{1,2})(?:[.,](\d))?\s*$/.exec(words) ?? [];
  return whole === undefined ? words : Number(whole) * 10 + Number(tenth);
}
