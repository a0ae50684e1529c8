import type nl from '../messages/nl.json';

/** The name of a text of the pages. */
export type MessageId = keyof typeof nl;
