import { useSyncExternalStore } from 'react';

/** The roles that a token can carry; what each may do stands in docs/api.md. */
export type Role = 'lead' | 'auditor' | 'reporter' | 'admin';

export interface Session {
  readonly token: string;
  readonly role: Role;
  /** Moment, in milliseconds, at which the token ends. */
  readonly expiresAt: number;
}

const place = 'samenspel.token';
const roles: readonly string[] = ['lead', 'auditor', 'reporter', 'admin'] satisfies Role[];
const listeners = new Set<() => void>();
let current = readToken(sessionStorage.getItem(place) ?? '');

/**
 * What a token says of itself, or undefined when it is no token. Only to show: whether it is true is for the server.
 */
export function readToken(token: string): Session | undefined {
  try {
    const content = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(content.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { role, exp } = claims as { role?: unknown; exp?: unknown };
    if (typeof role !== 'string' || !isRole(role) || typeof exp !== 'number') return undefined;
    return { token, role, expiresAt: exp * 1000 };
  } catch {
    return undefined;
  }
}

function isRole(role: string): role is Role {
  return roles.includes(role);
}

/** The session of this tab, or undefined when nobody is signed in. */
export function session(): Session | undefined {
  return current;
}

/** Keeps the token for as long as the tab is open. */
export function signIn(session: Session): void {
  sessionStorage.setItem(place, session.token);
  set(session);
}

/** Forgets the token. */
export function signOut(): void {
  sessionStorage.removeItem(place);
  set(undefined);
}

function set(session: Session | undefined): void {
  current = session;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session, followed: a component that uses it is drawn again when someone signs in or out. */
export function useSession(): Session | undefined {
  return useSyncExternalStore(subscribe, session);
}

/** Whether the role may record; the server decides, the pages only leave out what it would refuse. */
export function mayRecord(role: Role | undefined): boolean {
  return role === 'lead' || role === 'admin';
}

/** Whether the role may read stories, comparisons and free text. */
export function mayReadStories(role: Role | undefined): boolean {
  return role !== undefined && role !== 'reporter';
}
