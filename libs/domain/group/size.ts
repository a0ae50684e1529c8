/** How large an organisation is, roughly: what it can spare, and what it runs into, differs with it. */
export type OrganisationSize = 'small' | 'medium' | 'large';

/** From so many people on; below the first it is small. Our own bounds: no source draws them for this purpose. */
const from = { medium: 250, large: 1_000 } as const;

/** The size by how many people work there; undefined when nobody counted them. */
export function sizeOf(people: number | undefined): OrganisationSize | undefined {
  if (people === undefined) return undefined;
  if (people >= from.large) return 'large';
  return people >= from.medium ? 'medium' : 'small';
}
