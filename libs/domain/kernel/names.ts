import { z } from 'zod';

/** Identifiers are UUIDs, made by the caller of a command, never by the domain. */
export const id = z.uuid();

/**
 * Whether the views can hold a text: PostgreSQL's JSON takes neither U+0000 nor half of a surrogate pair, and one such
 * name in the log would keep every later event of its shard from being folded.
 */
export function canBeHeld(text: string): boolean {
  return !/\p{Surrogate}/u.test(text) && !text.includes('\0');
}

const shortText = z.string().trim().min(1).max(200).refine(canBeHeld, 'text that no view can hold');

/** A short name of a thing or an organisation, never of a person. */
export const name = shortText;

/** A key in a template or an open list: `council`, `working-with-residents`. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);

/** A role in an organisation or in the programme; people appear by role only. */
export const role = key;

/** A whole number of something, not negative. */
export const count = z.int().nonnegative().max(1_000_000);

/** What proves a fact: a file or case number, and the SHA-256 of the document where there is one. */
export const evidence = z.strictObject({
  reference: shortText,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type Evidence = z.infer<typeof evidence>;
