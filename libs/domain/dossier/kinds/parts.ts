import { z } from 'zod';
import { count, id, key, name } from '../../kernel/names.ts';

/** What facts say that put an item, or a role, into other hands. */
export const inHand = 'in-hand';

/** A sum in whole euros: figures for a lead, no bookkeeping. */
export const euros = z.int().nonnegative().max(1_000_000_000);

/** A mark in tenths, 10 to 100: the log holds no decimals. */
export const tenths = z.int().min(10).max(100);

/** What an organisation itself calls a thing, with a key that figures can be compared by. */
export const labelled = { key, label: name } as const;

/** A form in which something is brought: not everything is a report. */
export const form = z.enum([
  'film',
  'wiki',
  'exhibition',
  'report',
  'play',
  'game',
  'presentation',
  'podcast',
  'guide',
  'other',
]);

/** How much was reached of how much there is. */
export const reachedOf = { reached: count, of: count } as const;

/** When something was measured: before, on the way, at the end, or three to six months after. */
export const moment = z.enum(['baseline', 'interim', 'end', 'after']);

/** Somebody who joins or leaves: an organisation, a trajectory or a pseudonymous person, in a role. */
export const member = {
  organisation: id.optional(),
  trajectory: id.optional(),
  person: id.optional(),
  role: key,
} as const;

export const memberFields: readonly string[] = Object.keys(member);
