import type { Sentence } from '#domain/kernel/decision';
import type { LoggedEvent } from '#log/contract/codec';

/** The views were made from another log, or from a log that was longer. Nothing is changed; the sentence says what to do. */
export class LogMismatch extends Error {
  override readonly name = 'LogMismatch';

  private constructor(
    readonly code: 'other-log' | 'log-is-shorter',
    /** For people. */
    readonly sentence: Sentence,
  ) {
    super(sentence.en);
  }

  static other(known: string, given: string): LogMismatch {
    return new LogMismatch('other-log', {
      nl: `De overzichten zijn gemaakt van logboek ${known}, en dit is logboek ${given}. Sluit het goede logboek aan, of maak de overzichten van dit: samenspel views reindex.`,
      en: `The views were made from log ${known}, but this is log ${given}. Connect the right log, or make the views from this one: samenspel views reindex.`,
    });
  }

  static shorter(ordinal: number, stream: string, revision: number): LogMismatch {
    return new LogMismatch('log-is-shorter', {
      nl: `Het logboek bevat niet meer wat als volgnummer ${ordinal} in de index staat (gebeurtenis ${revision} van ${stream}): het is teruggezet naar een eerdere stand. Sluit het hele logboek aan, of maak de overzichten van dit: samenspel views reindex.`,
      en: `The log no longer holds what was indexed as ordinal ${ordinal} (event ${revision} of ${stream}): it was put back to an earlier state. Connect the whole log, or make the views from this one: samenspel views reindex.`,
    });
  }

  static endsBefore(ordinal: number, events: number): LogMismatch {
    return new LogMismatch('log-is-shorter', {
      nl: `Het logboek eindigt bij volgnummer ${events}, en de overzichten zijn bij ${ordinal}: het is teruggezet naar een eerdere stand. Sluit het hele logboek aan, of maak de overzichten van dit: samenspel views reindex.`,
      en: `The log ends at ordinal ${events}, and the views are at ${ordinal}: it was put back to an earlier state. Connect the whole log, or make the views from this one: samenspel views reindex.`,
    });
  }

  static without(stream: string, revision: number): LogMismatch {
    return new LogMismatch('log-is-shorter', {
      nl: `Het logboek bevat gebeurtenis ${revision} van ${stream} niet, die wel in de index staat. Sluit het hele logboek aan, of maak de overzichten van dit: samenspel views reindex.`,
      en: `The log holds no event ${revision} of stream ${stream}, which is in the index. Connect the whole log, or make the views from this one: samenspel views reindex.`,
    });
  }
}

/** The log gave events in an order of positions that cannot be resumed from. */
export class PositionsOutOfOrder extends Error {
  override readonly name = 'PositionsOutOfOrder';

  constructor(after: bigint, event: LoggedEvent) {
    super(`Event ${event.id} came at position ${event.position}, after position ${after}`);
  }
}
