import type { DossierItem, Pledge } from '../data/answers/follow.ts';
import { told } from '../data/ask-told.ts';
import { mayReadStories, useSession } from '../data/session.ts';
import { useProgramme } from '../shell/use-programme.ts';
import { whatOf } from './pledges.ts';
import { useReadableRows } from './readable-rows.ts';

/** What was pledged, of each pledge; nothing for a role that may not read free text. */
export function usePledgeTexts(): (pledge: Pledge) => string | undefined {
  const session = useSession();
  const lines = useReadableRows(told(useProgramme(), { view: 'pledge' }), mayReadStories(session?.role));
  return (pledge) => whatOf(pledge, lines);
}

/** How an item begins, of each kind of which the words are asked here, and where they stand in it. */
const beginnings = {
  note: { type: 'note.captured.v1', field: 'text' },
  action: { type: 'action.agreed.v1', field: 'what' },
} as const;

/** What such items say, asked once there are any; nothing for a role that may not read free text. */
export function useItemTexts(
  kind: keyof typeof beginnings,
  items: readonly DossierItem[],
): (item: DossierItem) => string | undefined {
  const session = useSession();
  const { type, field } = beginnings[kind];
  const enabled = items.length > 0 && mayReadStories(session?.role);
  const lines = useReadableRows(told(useProgramme(), { type }), enabled);
  return ({ item }) => lines.find(({ about }) => about?.subject === `item:${item}`)?.texts[field] ?? undefined;
}
