/** What came of the programme, in parts: each is asked for when it is looked at. */
export const parts = ['producten', 'bezoeken', 'uitkomsten', 'bereik', 'pool', 'budget'] as const;
export type Part = (typeof parts)[number];

/** Which part is shown and what is searched for, as they stand in the address. */
export interface KnowledgeSearch {
  readonly deel?: Part;
  readonly zoek?: string;
}

/** Reads it from an address; what is not known is left out. */
export function readSearch({ deel, zoek }: Record<string, unknown>): KnowledgeSearch {
  const part = parts.find((one) => one === deel);
  return { ...(part !== undefined && { deel: part }), ...(typeof zoek === 'string' && zoek !== '' && { zoek }) };
}
