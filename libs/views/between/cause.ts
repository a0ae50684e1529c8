/**
 * Why an entry stands in a period: what it tells happened in it, or had happened before and was recorded in it, or it
 * puts right or takes back what was recorded earlier.
 */
export const causes = ['real', 'recorded-late', 'correction', 'retraction'] as const;
export type Cause = (typeof causes)[number];
