/** A message that does not follow the protocol. Its text goes to the client. */
export class BadRequestError extends Error {
  override readonly name = 'BadRequestError';
  /** The append of a batch that it is about, so that the others go on; empty when it is not known. */
  readonly correlationId: string;
  /** Whether the message held the options of that append, faulty or not: by them an append begins. */
  readonly hasOptions: boolean;

  constructor(message: string, about = { correlationId: '', hasOptions: false }) {
    super(message);
    this.correlationId = about.correlationId;
    this.hasOptions = about.hasOptions;
  }
}
