import type { paths } from '../api/schema.d.ts';

/** A command as it is sent: where to, and what. Plain data, so that it can wait on this device. */
export interface Posting {
  readonly address: string;
  readonly content: unknown;
}

/** What a command to that path holds. */
export type ContentOf<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer Content } } };
}
  ? Content
  : never;

/** The paths of the API that take a command. */
export type CommandPath = { [P in keyof paths]: [ContentOf<P>] extends [never] ? never : P }[keyof paths];

/** A command to one thing, held to the API by its types. */
export function posting<P extends CommandPath>(path: P, id: string, content: ContentOf<P>): Posting {
  return { address: path.replace('{id}', encodeURIComponent(id)), content };
}
