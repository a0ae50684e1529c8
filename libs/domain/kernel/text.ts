import { z } from 'zod';

/**
 * Free text that may name people. In a command, and in an event that is about to be recorded, it is clear
 * (`{ $text }`); in the log it is sealed (`{ $sealed }`), encrypted with a key that lives outside the log. The domain
 * passes it on and never looks inside, so a decision can never depend on what may have to be forgotten.
 */
export const clearText = z.strictObject({ $text: z.string().min(1).max(10_000) });

/** AES-256-GCM: `key` names a key of the pool; `iv`, `data` and `tag` are base64url. */
export const sealedText = z.strictObject({
  $sealed: z.strictObject({ key: z.uuid(), iv: z.string(), data: z.string(), tag: z.string() }),
});

export const protectedText = z.union([clearText, sealedText]);

export type ClearText = z.infer<typeof clearText>;
export type SealedText = z.infer<typeof sealedText>;
export type ProtectedText = z.infer<typeof protectedText>;
