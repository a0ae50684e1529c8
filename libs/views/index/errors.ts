import type { LoggedEvent } from '#log/contract/codec';

/** The views were made from another log, or from a log that was longer. Nothing is changed; the message says what to do. */
export class LogMismatch extends Error {
  override readonly name = 'LogMismatch';

  private constructor(
    readonly code: 'other-log' | 'log-is-shorter',
    message: string,
  ) {
    super(message);
  }

  static other(known: string, given: string): LogMismatch {
    return new LogMismatch(
      'other-log',
      `The views were made from log ${known}, but this is log ${given}. Connect the right log, or make the views from ` +
        'this one: samenspel views reindex.',
    );
  }

  static shorter(ordinal: number, stream: string, revision: number): LogMismatch {
    return new LogMismatch(
      'log-is-shorter',
      `The log no longer holds what was indexed as ordinal ${ordinal} (event ${revision} of ${stream}): it was put ` +
        'back to an earlier state. Connect the whole log, or make the views from this one: samenspel views reindex.',
    );
  }
}

/** The log gave events in an order of positions that cannot be resumed from. */
export class PositionsOutOfOrder extends Error {
  override readonly name = 'PositionsOutOfOrder';

  constructor(after: bigint, event: LoggedEvent) {
    super(`Event ${event.id} came at position ${event.position}, after position ${after}`);
  }
}
