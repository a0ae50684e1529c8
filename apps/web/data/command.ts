import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import * as z from 'zod/mini';
import { answered, type Outcome } from './client.ts';
import { CommandKeys } from './command-key.ts';
import { rememberPosition } from './position.ts';

const recorded = z.object({
  id: z.string(),
  events: z.array(z.object({ id: z.string(), type: z.string() })),
  warnings: z.array(z.object({ code: z.string(), nl: z.string(), en: z.string() })),
  position: z.optional(z.string()),
});

/** What a command was answered with: the events that it recorded, and warnings that do not stand in the way. */
export type Recorded = z.infer<typeof recorded>;

export type CommandHeaders = { readonly 'Idempotency-Key': string };

/**
 * Sends a command. Each has a key, so that a repeat records nothing twice; after success every question that is on screen
 * is asked again, with the position of the command, so that its answer has it.
 */
export function useCommand<Content>(
  send: (content: Content, headers: CommandHeaders) => Promise<Outcome>,
  onRecorded?: (answer: Recorded, content: Content) => void,
) {
  const queryClient = useQueryClient();
  const keys = useRef(new CommandKeys());
  return useMutation({
    mutationFn: async (content: Content): Promise<Recorded> => {
      const headers = { 'Idempotency-Key': keys.current.keyFor(content) };
      return recorded.parse(await answered(send(content, headers)));
    },
    onSuccess: (answer, content) => {
      keys.current.recorded();
      rememberPosition(answer.position);
      onRecorded?.(answer, content);
      return queryClient.invalidateQueries();
    },
  });
}
