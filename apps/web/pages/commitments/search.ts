import type { Commitment } from '../../data/answers/follow.ts';
import type { CommitmentSort } from '../../data/ask.ts';
import { mentions } from '../../ui/plain.ts';

const orders = ['name', '-name', 'due', '-due'] as const satisfies readonly CommitmentSort[];

/** What of the commitments is shown, and in which order, as it stands in the address: `?laag=council&laat=ja`. */
export interface CommitmentsSearch {
  readonly zoek?: string;
  readonly laag?: string;
  readonly stand?: string;
  readonly laat?: 'ja';
  readonly volgorde?: (typeof orders)[number];
}

/** Reads it from an address; what is not known is left out. */
export function readSearch({ zoek, laag, stand, laat, volgorde }: Record<string, unknown>): CommitmentsSearch {
  const order = orders.find((one) => one === volgorde);
  return {
    ...(typeof zoek === 'string' && zoek !== '' && { zoek }),
    ...(typeof laag === 'string' && laag !== '' && { laag }),
    ...(typeof stand === 'string' && stand !== '' && { stand }),
    ...(laat === 'ja' && { laat }),
    ...(order !== undefined && { volgorde: order }),
  };
}

/** Those that fit, in the order in which they came. */
export function shownOf(all: readonly Commitment[], { zoek = '', laag, stand, laat }: CommitmentsSearch): Commitment[] {
  return all.filter(
    ({ organisation, layer, commitment, late }) =>
      mentions(zoek, [organisation.name]) &&
      (laag === undefined || layer === laag) &&
      (stand === undefined || commitment.step === stand) &&
      (laat === undefined || late !== null),
  );
}
