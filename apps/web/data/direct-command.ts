import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answered, type Outcome } from './client.ts';
import { CommandKeys } from './command-key.ts';
import { rememberPosition } from './position.ts';
import { recorded } from './recorded.ts';

export type CommandHeaders = { readonly 'Idempotency-Key': string };

/**
 * Sends a command at once or not at all: a file that was chosen, or an end that was asked for. What cannot be sent now is said,
 * and does not wait on this device as other commands do.
 */
export function useDirectCommand<Content>(
  send: (content: Content, headers: CommandHeaders) => Promise<Outcome>,
  read: typeof answered = answered,
) {
  const queryClient = useQueryClient();
  const keys = useRef(new CommandKeys());
  return useMutation({
    mutationFn: async (content: Content) => {
      const headers = { 'Idempotency-Key': keys.current.keyFor(content) };
      return recorded.parse(await read(send(content, headers)));
    },
    onSuccess: (answer) => {
      keys.current.recorded();
      rememberPosition(answer.position);
      return queryClient.invalidateQueries();
    },
  });
}
