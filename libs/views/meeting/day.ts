/** A meeting, and whether only the month is known in which it was held. */
interface Dated {
  readonly date: string;
  readonly heldOn: string | null;
  readonly heldByMonth: boolean;
}

/** The day on which it was held, once it was; where only its month is known, a day that was planned in it says more. */
export function dayOfMeeting({ date, heldOn, heldByMonth }: Dated): string {
  if (heldOn === null) return date;
  return heldByMonth && isSameMonth(heldOn, date) ? date : heldOn;
}

/** Of two days, `2026-03-20`. */
export function isSameMonth(one: string, other: string): boolean {
  return one.slice(0, 7) === other.slice(0, 7);
}
