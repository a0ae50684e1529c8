import { ContractViolation, UnknownEventType } from '../contract/errors.ts';

export type CannotFollowCode = 'other-log' | 'log-is-shorter' | 'contract-violation' | 'unknown-event-type';

/**
 * The subscription has ended for good: to go on would mean to miss events, or to take in what belongs to another log.
 * Nothing was delivered that should not have been; a person has to put it right.
 */
export class CannotFollow extends Error {
  override readonly name = 'CannotFollow';

  constructor(
    readonly code: CannotFollowCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  static otherLog(known: string, found: string): CannotFollow {
    return new CannotFollow('other-log', `This is log ${found}; the one that was followed is ${known}`);
  }

  static shorter(what: string): CannotFollow {
    return new CannotFollow(
      'log-is-shorter',
      `The log no longer holds ${what}: it was put back to an earlier state, or the wrong node answers`,
    );
  }

  /** An event that this release cannot read. Its cause says which one and why. */
  static unreadable(cause: unknown): CannotFollow {
    const code = cause instanceof UnknownEventType ? 'unknown-event-type' : 'contract-violation';
    const isTyped = cause instanceof UnknownEventType || cause instanceof ContractViolation;
    const message = isTyped ? cause.message : `An event of the log cannot be read: ${String(cause)}`;
    return new CannotFollow(code, message, { cause });
  }
}

/** The node answers and its log goes on, but the subscription gave nothing. It is dropped and resumed. */
export class SubscriptionStalled extends Error {
  override readonly name = 'SubscriptionStalled';

  constructor(waiting: number) {
    super(`The subscription gave nothing, while ${waiting} or more events wait in the log`);
  }
}

/** Neither the subscription nor the node gave a sign of life in time. It is dropped and resumed. */
export class SubscriptionSilent extends Error {
  override readonly name = 'SubscriptionSilent';

  constructor(cause: unknown) {
    super('The subscription gave nothing, and the node did not answer', { cause });
  }
}
