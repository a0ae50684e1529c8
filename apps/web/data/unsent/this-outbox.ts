import { useSyncExternalStore } from 'react';
import { answered, post } from '../client.ts';
import { rememberPosition } from '../position.ts';
import { ApiProblem } from '../problem.ts';
import { type Recorded, recorded } from '../recorded.ts';
import { followSession, session } from '../session.ts';
import { type Contents, Outbox } from './outbox.ts';
import { Shelf, type Unsent } from './shelf.ts';

/** The outbox of this device, as this tab works with it. */
export const outbox = new Outbox({
  shelf: new Shelf(localStorage),
  actor: () => session()?.actor,
  deliver,
  alone,
});

/** What another tab puts is mostly sent by it at once: only what stays is to be told here. */
const otherTabMilliseconds = 2_000;

// Entered before a reload, while there was no connection, or before somebody signed in.
addEventListener('online', () => void outbox.flush());
addEventListener('storage', () => setTimeout(() => outbox.look(), otherTabMilliseconds));
followSession(() => void outbox.flush());
void outbox.flush();

/** What is in the outbox, followed. */
export function useOutbox(): Contents {
  return useSyncExternalStore(outbox.subscribe, outbox.contents);
}

/**
 * @throws ApiProblem, without a status when there was no answer of the API: the line can be cut halfway, and the gate of a
 * public network answers with a page of its own
 */
async function deliver({ address, content, key }: Unsent): Promise<Recorded> {
  const told = recorded.safeParse(await answered(post(address, content, { 'Idempotency-Key': key })));
  if (!told.success) throw new ApiProblem(0, 'no-connection', '');
  rememberPosition(told.data.position);
  return told.data;
}

/** Browsers have locks only where the line is secure; elsewhere two tabs may send the same, which the key makes harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return work();
  await locks.request('samenspel.outbox', work);
}
