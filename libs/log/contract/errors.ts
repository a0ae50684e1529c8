import type { Sentence } from '#domain/kernel/decision';

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

/** The log that was to be begun holds events of something else. Nothing was written to it, and trying again is of no use. */
export class LogNotOurs extends Error {
  override readonly name = 'LogNotOurs';
  readonly code = 'log-not-ours';
  /** For people. */
  readonly sentence: Sentence = {
    nl: 'In het logboek staan gebeurtenissen die niet van Samenspel zijn; er is niets bij geschreven. Sluit een leeg logboek aan, of een van Samenspel (SAMENSPEL_LOG_URL).',
    en: 'The log holds events that are not of Samenspel, and nothing was written to it. Connect a log that is empty, or one of Samenspel (SAMENSPEL_LOG_URL).',
  };

  constructor() {
    super();
    this.message = this.sentence.en;
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
