import type { KnownItem } from './state.ts';

/** Who has an item in hand, or plays a role: a role, within an organisation when one was named. */
export interface Carrier {
  readonly role: string;
  readonly organisation: string | undefined;
}

/**
 * Who has it now. The first is who its beginning names; after that whoever it was handed to. A fact that names no
 * organisation leaves it within the one that had it. Undefined as long as nothing that stands names a role.
 */
export function carrierOf({ begun, facts }: Pick<KnownItem, 'begun' | 'facts'>): Carrier | undefined {
  const first = begun && namedIn(begun);
  return facts.reduce((now, { fact, data }) => (handsOver.has(fact) ? next(now, data) : now), first);
}

/** By their short names, in whatever kind of item. */
const handsOver: ReadonlySet<string> = new Set(['handed-over', 'transferred', 'replaced']);

function next(now: Carrier | undefined, data: Readonly<Record<string, unknown>>): Carrier | undefined {
  const named = namedIn(data);
  return named ? { role: named.role, organisation: named.organisation ?? now?.organisation } : now;
}

function namedIn({ role, organisation }: Readonly<Record<string, unknown>>): Carrier | undefined {
  if (typeof role !== 'string') return undefined;
  return { role, organisation: typeof organisation === 'string' ? organisation : undefined };
}
