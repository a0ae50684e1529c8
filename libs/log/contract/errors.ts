/** An event that does not fit the contract: on writing a fault of this release, on reading a log of another product or release. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation';

  constructor(
    readonly type: string,
    readonly eventId: string,
    detail: string,
  ) {
    super(`Event ${eventId} of type ${type} does not fit the contract: ${detail}`);
  }
}

/** The log holds a type that this release does not know: it was written by a newer one. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';

  constructor(readonly type: string) {
    super(`This release does not know the event type ${type}; the log was written by a newer release`);
  }
}

/** The log did not answer, and reading it back did not tell whether the append was done. The same command can be sent again. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';

  constructor(what: string, options?: ErrorOptions) {
    super(`The log is not available: ${what}`, options);
  }
}

/** Whether an event and this release do not go together: trying again is of no use. */
export function isContractFault(error: unknown): boolean {
  return error instanceof ContractViolation || error instanceof UnknownEventType;
}
