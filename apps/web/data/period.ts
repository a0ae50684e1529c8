import { isDay } from './dates.ts';

/** A period as it stands in the address. */
export interface PeriodSearch {
  readonly van?: string;
  readonly tot?: string;
}

/** Reads the period from an address; what is no day is left out. */
export function readPeriod({ van, tot }: Record<string, unknown>): PeriodSearch {
  return {
    ...(typeof van === 'string' && isDay(van) && { van }),
    ...(typeof tot === 'string' && isDay(tot) && { tot }),
  };
}
