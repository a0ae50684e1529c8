import type { Sentence } from '#domain/kernel/decision';

/** Why a log was not copied, or not to the end. */
export type CopyFault =
  | 'source-away'
  | 'target-away'
  | 'source-empty'
  | 'source-not-ours'
  | 'source-incomplete'
  | 'target-other-log'
  | 'target-differs'
  | 'target-ahead'
  | 'target-written'
  | 'target-refused'
  | 'not-the-same'
  | 'interrupted';

/** The copy stopped. What it had copied stays, and is where the next run goes on, unless the sentence says otherwise. */
export class CopyError extends Error {
  override readonly name = 'CopyError';

  constructor(
    readonly code: CopyFault,
    /** For people. */
    readonly sentence: Sentence,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}

export function away(which: 'source' | 'target', cause: unknown): CopyError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return which === 'source'
    ? new CopyError(
        'source-away',
        {
          nl: `Het logboek waaruit gekopieerd wordt, antwoordt niet (${why}). Wat gekopieerd is, klopt; de volgende keer gaat het daar verder.`,
          en: `The log to copy from does not answer (${why}). What was copied is right; the next run goes on from there.`,
        },
        { cause },
      )
    : new CopyError(
        'target-away',
        {
          nl: `Het logboek waarheen gekopieerd wordt, antwoordt niet (${why}). Wat er staat, klopt; de volgende keer gaat het daar verder.`,
          en: `The log to copy to does not answer (${why}). What it holds is right; the next run goes on from there.`,
        },
        { cause },
      );
}

export function sourceEmpty(): CopyError {
  return new CopyError('source-empty', {
    nl: 'Het logboek waaruit gekopieerd wordt, is leeg. Zijn --from en --to verwisseld?',
    en: 'The log to copy from is empty. Were --from and --to mixed up?',
  });
}

export function sourceNotOurs(type: string): CopyError {
  return new CopyError('source-not-ours', {
    nl: `Het logboek waaruit gekopieerd wordt, is niet van Samenspel: het begint met ${type}.`,
    en: `The log to copy from is not one of Samenspel: it begins with ${type}.`,
  });
}

export function sourceIncomplete(stream: string, revision: number): CopyError {
  return new CopyError('source-incomplete', {
    nl: `In het logboek waaruit gekopieerd wordt, ontbreekt iets vóór gebeurtenis ${revision} van ${stream}. Zo'n logboek is niet gelijk over te nemen.`,
    en: `The log to copy from lacks something before event ${revision} of ${stream}. Such a log cannot be copied as it is.`,
  });
}

export function otherLog(): CopyError {
  return new CopyError('target-other-log', {
    nl: 'Het logboek waarheen gekopieerd wordt, bevat al een ander logboek. Er is niets geschreven; kies een leeg.',
    en: 'The log to copy to holds another log already. Nothing was written; choose an empty one.',
  });
}

export function differs(ordinal: number): CopyError {
  return new CopyError('target-differs', {
    nl: `Bij volgnummer ${ordinal} bevat het logboek waarheen gekopieerd wordt een gebeurtenis die in de bron niet op die plaats staat. Er is niets geschreven.`,
    en: `At ordinal ${ordinal} the log to copy to holds an event that the source does not have there. Nothing was written.`,
  });
}

export function ahead(ordinal: number): CopyError {
  return new CopyError('target-ahead', {
    nl: `Het logboek waarheen gekopieerd wordt, gaat na volgnummer ${ordinal} verder dan de bron. Er is niets geschreven.`,
    en: `The log to copy to goes on after ordinal ${ordinal}, where the source ends. Nothing was written.`,
  });
}

export function writtenByOthers(ordinal: number): CopyError {
  return new CopyError('target-written', {
    nl: `Een ander schrijft in het logboek waarheen gekopieerd wordt (gezien bij volgnummer ${ordinal}). Begin opnieuw met een leeg logboek waarop niets draait.`,
    en: `Somebody else writes to the log to copy to (seen at ordinal ${ordinal}). Begin again with an empty log that nothing runs on.`,
  });
}

export function refused(ordinal: number, why: string): CopyError {
  return new CopyError('target-refused', {
    nl: `Het logboek waarheen gekopieerd wordt, weigert volgnummer ${ordinal}: ${why}.`,
    en: `The log to copy to refuses ordinal ${ordinal}: ${why}.`,
  });
}

export function notTheSame(
  source: { events: number; hash: string },
  target: { events: number; hash: string },
): CopyError {
  return new CopyError('not-the-same', {
    nl: `De kopie is niet gelijk: ${source.events} gebeurtenissen (${source.hash.slice(0, 12)}…) in de bron, ${target.events} (${target.hash.slice(0, 12)}…) in de kopie. Gebruik de kopie niet.`,
    en: `The copy is not the same: ${source.events} events (${source.hash.slice(0, 12)}…) in the source, ${target.events} (${target.hash.slice(0, 12)}…) in the copy. Do not use the copy.`,
  });
}

export function interrupted(): CopyError {
  return new CopyError('interrupted', {
    nl: 'Afgebroken. Wat gekopieerd is, blijft staan; dezelfde opdracht gaat daar verder.',
    en: 'Interrupted. What was copied stays; the same command goes on from there.',
  });
}
