const messages = {
  'not-a-cursor': 'This is no cursor that a page of this list gave',
  'cursor-of-another-list': 'This cursor was given for another list, filter or order; begin at the first page',
  'cursor-gone': 'The rows that this list was read from are gone, for they were made again; begin at the first page',
} as const;

/** A cursor that is none of ours, that belongs to another list, or whose rows are no longer kept. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';

  constructor(
    readonly code: keyof typeof messages,
    options?: ErrorOptions,
  ) {
    super(messages[code], options);
  }
}
