import { type PeriodSearch, readPeriod } from '../../data/period.ts';

const causes = ['real', 'recorded-late', 'correction', 'retraction'] as const;

/** Which two days are compared, and by what their changes are narrowed, as they stand in the address. */
export interface CompareSearch extends PeriodSearch {
  readonly waarom?: (typeof causes)[number];
}

/** Reads it from an address; what is not known is left out. */
export function readSearch({ waarom, ...search }: Record<string, unknown>): CompareSearch {
  const cause = causes.find((one) => one === waarom);
  return { ...readPeriod(search), ...(cause !== undefined && { waarom: cause }) };
}
