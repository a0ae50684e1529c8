import type { Evidence } from '../kernel/names.ts';
import type { Party, PledgeFact } from './pledge.ts';

/** Who pledges, and to whom. */
export interface Begun extends Party {
  readonly toRole: string;
}

/** A fact of a pledge, with the terms where it asks for the pledge or makes it. */
export type KnownPledgeFact = PledgeFact & { readonly terms?: Begun };

export interface KnownPledge {
  readonly status: 'known';
  readonly pledge: string;
  readonly programme: string;
  readonly trajectory: string | undefined;
  /** Undefined when the facts that stand do not tell any more whose it was. */
  readonly organisation: string | undefined;
  /** As it was asked or made, by `beginningOf`. Undefined when every fact that asked for it or made it was retracted. */
  readonly begun: Begun | undefined;
  /** What was put on record as proof that it was kept, or a part of it. */
  readonly evidence: readonly Evidence[];
  /** In the order in which they happened; `pledgeOf` says where they lead. */
  readonly facts: readonly KnownPledgeFact[];
}

export type PledgeState = { readonly status: 'unknown' } | KnownPledge;
