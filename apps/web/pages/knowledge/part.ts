/** What came of the programme, in parts: each is asked for when it is looked at. */
export const parts = ['producten', 'bezoeken', 'uitkomsten', 'bereik', 'pool', 'budget'] as const;
export type Part = (typeof parts)[number];

export function isPart(value: unknown): value is Part {
  return parts.some((part) => part === value);
}
