import type { NetworkDetail } from '../../data/answers/groups.ts';

/** What a network says of one trajectory. A tentative place can go with a turn in the line. */
export type Place =
  | { readonly place: 'given'; readonly expectedOn: string | undefined }
  | {
      readonly place: 'open';
      readonly heldUntil: string | undefined;
      readonly turn: number;
      readonly isProposed: boolean;
    };

/** The place of a trajectory in a network; `turn` is 1 for the first in line, 0 for who does not wait. */
export function placeIn({ places, held, waiting, proposals }: NetworkDetail, trajectory: string): Place {
  const isThis = (one: { readonly trajectory: string }) => one.trajectory === trajectory;
  const given = places.find(isThis);
  if (given !== undefined) return { place: 'given', expectedOn: given.reservation?.decisionExpectedOn };
  return {
    place: 'open',
    heldUntil: held.find(isThis)?.until,
    turn: waiting.findIndex(isThis) + 1,
    isProposed: proposals.some(isThis),
  };
}
