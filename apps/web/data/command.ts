import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { CommandKeys } from './command-key.ts';
import { draftOf } from './draft.ts';
import type { Posting } from './posting.ts';
import type { Recorded } from './recorded.ts';
import { outbox, useOutbox } from './unsent/this-outbox.ts';

export type { Recorded } from './recorded.ts';

interface Recording<Content> {
  /** What it is called while it waits: the words on its button. */
  readonly what: string;
  readonly posting: (content: Content) => Posting;
  /** Where the form keeps what was typed, so that it can be put back when it is refused later. */
  readonly draft?: string;
  /** It was recorded; without an answer it is kept on this device, to be sent when there is a connection again. */
  readonly onDone?: (answer: Recorded | undefined, content: Content) => void;
}

/**
 * Sends a command. Each has a key, so that a repeat records nothing twice; after success every question that is on screen
 * is asked again, with the position of the command, so that its answer has it.
 */
export function useCommand<Content>({ what, posting, draft, onDone }: Recording<Content>) {
  const queryClient = useQueryClient();
  const keys = useRef(new CommandKeys());
  const { waiting } = useOutbox();
  const mutation = useMutation({
    // Also without a connection: the outbox keeps it.
    networkMode: 'always',
    mutationFn: (content: Content) => {
      const key = keys.current.keyFor(content);
      const page = { title: document.title, address: location.pathname + location.search };
      return outbox.send({ key, what, page, draft: draftOf(draft), ...posting(content) });
    },
    onSuccess: ({ answer }, content) => {
      keys.current.recorded();
      onDone?.(answer, content);
      return answer === undefined ? undefined : queryClient.invalidateQueries();
    },
  });
  /** What was sent last from here waits for a connection. */
  const isWaiting = waiting.some(({ key }) => key === mutation.data?.key);
  return { ...mutation, isWaiting };
}
