import { questionTexts } from '../data/ask-groups.ts';
import { mayReadStories, useSession } from '../data/session.ts';
import { useProgramme } from '../shell/use-programme.ts';
import { useReadableRows } from './readable-rows.ts';

/** The words of each question, by the event that told them; none for a role that may not read free text. */
export function useQuestionTexts(): (event: string) => string | undefined {
  const session = useSession();
  const lines = useReadableRows(questionTexts(useProgramme()), mayReadStories(session?.role));
  return (event) => {
    const told = lines.find(({ eventId }) => eventId === event);
    return Object.values(told?.texts ?? {}).find((text) => text !== null) ?? undefined;
  };
}
