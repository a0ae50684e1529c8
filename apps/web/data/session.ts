import { useSyncExternalStore } from 'react';
import { type Role, readToken, type Session } from './token.ts';

const place = 'samenspel.token';
const listeners = new Set<() => void>();
let current = readToken(sessionStorage.getItem(place) ?? '');
let refusal: string | undefined;

/** The session of this tab, or undefined when nobody is signed in. */
export function session(): Session | undefined {
  return current;
}

/** Keeps the token for as long as the tab is open. */
export function signIn(session: Session): void {
  sessionStorage.setItem(place, session.token);
  refusal = undefined;
  set(session);
}

/** Forgets the token. */
export function signOut(): void {
  sessionStorage.removeItem(place);
  set(undefined);
}

/** Forgets the token because the API does not accept it, and remembers why (`token-expired`). */
export function endSession(code: string): void {
  // Of several questions at once the first one tells it; those after it were sent without a token.
  if (current === undefined) return;
  refusal = code;
  signOut();
}

/** Why the session ended before whoever was signed in had done with it. */
export function whyEnded(): string | undefined {
  return refusal;
}

function set(session: Session | undefined): void {
  current = session;
  for (const listener of listeners) listener();
}

/** Calls when someone signs in or out. */
export function followSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session, followed: a component that uses it is drawn again when someone signs in or out. */
export function useSession(): Session | undefined {
  return useSyncExternalStore(followSession, session);
}

/** Whether the role may record; the server decides, the pages only leave out what it would refuse. */
export function mayRecord(role: Role | undefined): boolean {
  return role === 'lead' || role === 'admin';
}

/** Whether the role may read stories, comparisons and free text. */
export function mayReadStories(role: Role | undefined): boolean {
  return role !== undefined && role !== 'reporter';
}

/** Whether the role may see what is parked. */
export function mayOversee(role: Role | undefined): boolean {
  return role === 'admin' || role === 'auditor';
}
