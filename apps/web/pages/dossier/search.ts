import type { DossierAsked } from '../../data/ask-dossier.ts';

export const shows = ['open', 'late', 'ended'] as const;
export const levels = ['programme', 'participants', 'public'] as const;
export const orders = ['due', '-due', '-since', 'since', 'title', '-title'] as const;

/** What of the dossier is shown, as it stands in the address. */
export interface DossierSearch {
  readonly soort?: string;
  readonly toon?: (typeof shows)[number];
  readonly titel?: string;
  readonly niveau?: (typeof levels)[number];
  readonly volgorde?: (typeof orders)[number];
}

/** Reads it from an address; what is not known is left out. */
export function readSearch({ soort, toon, titel, niveau, volgorde }: Record<string, unknown>): DossierSearch {
  const show = shows.find((one) => one === toon);
  const level = levels.find((one) => one === niveau);
  const order = orders.find((one) => one === volgorde);
  return {
    ...(typeof soort === 'string' && soort !== '' && { soort }),
    ...(typeof titel === 'string' && titel !== '' && { titel }),
    ...(show !== undefined && { toon: show }),
    ...(level !== undefined && { niveau: level }),
    ...(order !== undefined && { volgorde: order }),
  };
}

/** What the API is asked. */
export function askedOf({ soort, toon, titel, niveau, volgorde }: DossierSearch): DossierAsked {
  return {
    ...(soort !== undefined && { kind: soort as NonNullable<DossierAsked['kind']> }),
    ...(toon === 'open' && { open: true }),
    ...(toon === 'ended' && { open: false }),
    ...(toon === 'late' && { late: true }),
    ...(titel !== undefined && { title: titel }),
    ...(niveau !== undefined && { publication: niveau }),
    ...(volgorde !== undefined && { sort: volgorde }),
  };
}
