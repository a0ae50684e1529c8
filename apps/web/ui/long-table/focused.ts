/** What of a list is in sight, with the rows around it. */
interface Range {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly overscan: number;
  readonly count: number;
}

/** The places of the rows to draw, in order: those in sight, those around them, and the one that has the focus. */
export function withFocused({ startIndex, endIndex, overscan, count }: Range, focused: number | undefined): number[] {
  const from = Math.max(startIndex - overscan, 0);
  const until = Math.min(endIndex + overscan, count - 1);
  const places = Array.from({ length: until - from + 1 }, (_, step) => from + step);
  if (focused === undefined || focused >= count || (focused >= from && focused <= until)) return places;
  return focused < from ? [focused, ...places] : [...places, focused];
}
