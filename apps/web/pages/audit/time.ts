const there = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });

/** The time of day in the Netherlands of a moment in UTC: `10:42`. Swedes write it as both languages of the pages do. */
export function timeOf(moment: string): string {
  return there.format(Date.parse(moment));
}
