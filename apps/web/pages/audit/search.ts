import { readSearch as readStory, type StorySearch } from '../story/narrowing.ts';

/** Whose story is read, and by what it is narrowed, as they stand in the address. */
export interface AuditSearch extends StorySearch {
  readonly deelname?: string;
}

/** Reads it from an address; what is not known is left out. */
export function readSearch({ deelname, ...search }: Record<string, unknown>): AuditSearch {
  return { ...(typeof deelname === 'string' && deelname !== '' && { deelname }), ...readStory(search) };
}
