/** A message that does not follow the protocol. Its text goes to the client. */
export class BadRequestError extends Error {
  override readonly name = 'BadRequestError';
  /** The append of a batch that it is about, so that the others go on; empty when it is not known. */
  readonly correlationId: string;

  constructor(message: string, correlationId = '') {
    super(message);
    this.correlationId = correlationId;
  }
}
