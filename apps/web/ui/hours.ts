const minutesInHour = 60;

/** Minutes as hours, to a tenth: it is recorded in minutes and told in hours. */
export function hoursIn(minutes: number): number {
  return Math.round((minutes * 10) / minutesInHour) / 10;
}

/** Minutes as whole hours, for sums of many. */
export function wholeHoursIn(minutes: number): number {
  return Math.round(minutes / minutesInHour);
}
