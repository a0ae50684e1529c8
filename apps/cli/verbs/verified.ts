import type { Verification } from '#views/verify';
import { CliError } from '../terminal/failure.ts';
import { counted } from '../terminal/language.ts';
import { jsonLine, line } from '../terminal/output.ts';
import { DIFFERENT } from './with-views.ts';

export interface Verified extends Verification {
  /** Events of the log that the views had not worked through. */
  readonly behind: number;
}

/**
 * Says what came of comparing.
 * @throws CliError (exit code 3) when there is a difference.
 */
export function tell(found: Verified, json: boolean): void {
  const { ordinal, events, rows, versions, parked, differences, differenceCount, behind } = found;
  if (json) jsonLine({ ordinal, events, rows, versions, behind, parked, differenceCount, differences });
  line({
    nl: `Tot volgnummer ${ordinal}: ${counted(events, 'gebeurtenis', 'gebeurtenissen')} gevouwen, ${counted(rows, 'rij', 'rijen')} en ${counted(versions, 'rijversie', 'rijversies')} vergeleken.`,
    en: `Up to ordinal ${ordinal}: ${counted(events, 'event', 'events')} folded, ${counted(rows, 'row', 'rows')} and ${counted(versions, 'row version', 'row versions')} compared.`,
  });
  if (behind > 0) {
    line({
      nl: `${counted(behind, 'latere gebeurtenis is', 'latere gebeurtenissen zijn')} nog niet in de overzichten verwerkt.`,
      en: `${counted(behind, 'later event is', 'later events are')} not in the views yet.`,
    });
  }
  if (parked > 0) {
    line({
      nl: `${counted(parked, 'rij staat apart en is', 'rijen staan apart en zijn')} niet verder gemaakt; samenspel parked list zegt waarom.`,
      en: `${counted(parked, 'row is parked and was', 'rows are parked and were')} not made further; samenspel parked list says why.`,
    });
  }
  if (differences.length === 0) {
    line({ nl: 'Geen verschil.', en: 'No difference.' });
    return;
  }
  for (const difference of differences.slice(0, 20)) line(`  ${JSON.stringify(difference)}`);
  const sentence = {
    nl: `${counted(differenceCount, 'verschil', 'verschillen')}.`,
    en: `${counted(differenceCount, 'difference', 'differences')}.`,
  };
  throw new CliError(sentence, DIFFERENT);
}
