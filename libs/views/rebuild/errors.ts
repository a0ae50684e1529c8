import type { Sentence } from '#domain/kernel/decision';

/** Why a rebuild, a way back or a prune was refused, in a sentence that says what to do. Nothing was changed. */
export class RebuildError extends Error {
  override readonly name = 'RebuildError';

  private constructor(
    readonly code:
      | 'unknown-view'
      | 'busy'
      | 'nothing-indexed'
      | 'index-differs'
      | 'no-previous'
      | 'different'
      | 'interrupted',
    readonly sentence: Sentence,
  ) {
    super(sentence.en);
  }

  static unknownView(name: string, known: readonly string[]): RebuildError {
    return new RebuildError('unknown-view', {
      nl: `Er is geen overzicht ${name}. Kies uit: ${known.join(', ')}.`,
      en: `There is no view ${name}. Choose from: ${known.join(', ')}.`,
    });
  }

  static busy(): RebuildError {
    return new RebuildError('busy', {
      nl: 'Er worden al overzichten gevuld. Wacht tot dat klaar is (samenspel views status toont hoever het is).',
      en: 'Views are being filled already. Wait until that is done (samenspel views status shows how far it is).',
    });
  }

  static nothingIndexed(): RebuildError {
    return new RebuildError('nothing-indexed', {
      nl: 'Er is nog niets uit het logboek geïndexeerd. Start de installatie eerst.',
      en: 'Nothing of the log was indexed yet. Start the installation first.',
    });
  }

  static indexDiffers(ordinal: number): RebuildError {
    return new RebuildError('index-differs', {
      nl: `De index is bij volgnummer ${ordinal} anders dan het logboek. Maak de index opnieuw: samenspel views reindex.`,
      en: `The index differs from the log at ordinal ${ordinal}. Make the index again: samenspel views reindex.`,
    });
  }

  static noPrevious(names: readonly string[]): RebuildError {
    return new RebuildError('no-previous', {
      nl: `Geen vorige versie bewaard van: ${names.join(', ')}.`,
      en: `No previous generation is kept of: ${names.join(', ')}.`,
    });
  }

  static different(count: number): RebuildError {
    return new RebuildError('different', {
      nl: `${count} rijversies zijn anders dan in gebruik, terwijl de berekening dezelfde is. De rijen in gebruik zijn beschadigd of door een fout gemaakt. Bekijk de verschillen en geef de opdracht met --accept om toch om te schakelen.`,
      en: `${count} row versions differ from those in use, although they are made in the same way. The rows in use are damaged, or were made by a mistake. Look at the differences, and give the command with --accept to switch all the same.`,
    });
  }

  static interrupted(): RebuildError {
    return new RebuildError('interrupted', {
      nl: 'Afgebroken. Wat gevuld is, blijft staan; dezelfde opdracht gaat daar verder.',
      en: 'Interrupted. What was filled stays; the same command goes on from there.',
    });
  }
}
