import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { withSession } from './client.ts';
import { type StreamMessage, StreamReader } from './event-stream.ts';

/** Changes that come together are one reason to ask again. */
const together = 400;
const firstWait = 1_000;
const longestWait = 30_000;

/**
 * Follows what is recorded in a programme and asks again the questions that are on screen. What one reads stays where it
 * is: rows are replaced in place, and the browser keeps the scroll position.
 */
export function useLiveUpdates(programme: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        // The past does not change; only questions about now are asked again.
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] === undefined });
      }, together);
    };
    void follow(programme, changed, stop.signal);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [programme, queryClient]);
}

/** Reads until it is stopped; after a cut it goes on from the last change that it saw. */
async function follow(programme: string, changed: () => void, stop: AbortSignal): Promise<void> {
  let last: string | undefined;
  let wait = firstWait;
  while (!stop.aborted) {
    try {
      for await (const message of messages(programme, last, stop)) {
        wait = firstWait;
        last = message.id ?? last;
        if (message.event === 'change') changed();
        if (isEndOfSession(message)) return;
      }
    } catch {
      // No connection, or a server that is away: come back later, and ask again what may have changed meanwhile.
      if (!stop.aborted) changed();
    }
    await pause(wait, stop);
    wait = Math.min(wait * 2, longestWait);
  }
}

/** The token expired: nothing more can be followed with it. */
function isEndOfSession({ event, data }: StreamMessage): boolean {
  return event === 'end' && data.includes('token-expired');
}

async function* messages(programme: string, last: string | undefined, signal: AbortSignal) {
  const headers = last === undefined ? {} : { 'Last-Event-ID': last };
  const address = new URL(`/v1/changes?programme=${programme}`, location.origin);
  const response = await withSession(new Request(address, { headers, signal }));
  if (!response.ok || response.body === null) throw new Error(`No live updates: ${response.status}`);
  const reader = new StreamReader();
  const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await text.read(); !piece.done; piece = await text.read()) yield* reader.read(piece.value);
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
