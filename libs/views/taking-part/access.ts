import { itemFactTypes } from '#domain/dossier/kinds/index';
import { accessGiven, accessOn, formOn, type OpenForm } from '#domain/dossier/taking-part';
import type { DossierItemRow } from '../dossier/view.ts';

/** Access that was given to a participant, as it was on one day. */
export interface GivenAccess {
  readonly access: string;
  readonly trajectory: string;
  /** The role of whoever it was given to. */
  readonly role: string;
  readonly grantedOn: string;
  /** The last day on which it holds. */
  readonly until: string;
  readonly state: 'open' | 'expired' | 'revoked';
  readonly revokedOn: string | null;
  /** The days on which the link was sent. */
  readonly sentOn: readonly string[];
}

/** The row with what its beginning said, as the domain takes it. */
function known(row: DossierItemRow) {
  const begun = row.facts.findLast(({ type }) => itemFactTypes.get(type)?.effect === 'begins')?.data;
  return { ...row, begun };
}

/** What a row says of access on that day; undefined when it is none, or when none was given by then. */
export function givenAccess(row: DossierItemRow, day: string): GivenAccess | undefined {
  const then = known({ ...row, facts: row.facts.filter(({ on }) => on <= day) });
  const given = accessGiven(then);
  const on = (name: string) => then.facts.filter(({ fact }) => fact === name).map((fact) => fact.on);
  const [grantedOn] = on('granted');
  if (row.kind !== 'participation-access' || !given || grantedOn === undefined) return undefined;
  const revokedOn = on('revoked').at(-1) ?? null;
  const ended = revokedOn === null ? 'expired' : 'revoked';
  return {
    access: given.access,
    trajectory: given.trajectory,
    role: given.role,
    grantedOn,
    until: given.until,
    state: accessOn(then, day) ? 'open' : ended,
    revokedOn,
    sentOn: on('link-sent'),
  };
}

/** A form that takes applications, and the event that holds the text above it. */
export interface ShownForm extends OpenForm {
  readonly event: string;
  readonly openedOn: string;
}

/**
 * The form that was opened last of those that take applications on that day; of one day, the one that was recorded last.
 * @param rows in the order in which they were recorded
 */
export function shownForm(rows: readonly DossierItemRow[], day: string): ShownForm | undefined {
  const open = rows.flatMap((row): ShownForm[] => {
    const form = formOn(known(row), day);
    const opened = row.facts.findLast(({ fact }) => fact === 'opened');
    return form && opened && opened.on <= day ? [{ ...form, event: opened.event, openedOn: opened.on }] : [];
  });
  return open.sort((a, b) => a.openedOn.localeCompare(b.openedOn)).at(-1);
}
