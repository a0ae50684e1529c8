/** Where jobs wait: PostgreSQL by default, Redis when a URL is given. Nothing but nudges is ever kept there. */
export type JobStore =
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string }
  | { readonly kind: 'redis'; readonly url: string };

/**
 * The tables of the queue: in the database of the views, in a schema of its own. It may be emptied at any moment, and be
 * dropped while nothing runs: a start makes it again.
 */
const jobSchema = 'jobs';

/** PostgreSQL unless a Redis URL is given. */
export function chooseStore(options: { databaseUrl: string; redisUrl?: string | undefined }): JobStore {
  if (options.redisUrl) return { kind: 'redis', url: options.redisUrl };
  return { kind: 'postgres', url: options.databaseUrl, schema: jobSchema };
}
