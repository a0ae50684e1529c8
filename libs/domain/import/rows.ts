import { dayOf, isDay } from '../kernel/days.ts';
import type { RefusalDetail } from '../kernel/decision.ts';
import { role } from '../kernel/names.ts';
import { clearText } from '../kernel/text.ts';
import type { NetworkState, OpenNetwork } from '../network/state.ts';
import type { SetUpProgramme } from '../programme/state.ts';
import type { Organisation } from '../register/events.ts';
import { existedOn, findOrganisation, type RegisterState } from '../register/state.ts';
import type { ReadApplication } from './commands.ts';
import type { ImportedApplication } from './events.ts';
import { details } from './refusals.ts';

/** What the rows of a file are checked against. */
export interface RowContext {
  readonly programme: SetUpProgramme;
  readonly register: RegisterState;
  readonly networks: readonly NetworkState[];
  /** The moment of deciding (UTC). */
  readonly at: string;
}

export interface CheckedRows {
  readonly rows: readonly ImportedApplication[];
  readonly details: readonly RefusalDetail[];
}

/** Every row with its ids found, and everything that is wrong with any of them, in the order of the lines. */
export function checkRows(read: readonly ReadApplication[], context: RowContext): CheckedRows {
  const rows: ImportedApplication[] = [];
  const wrong: RefusalDetail[] = [];
  const lineOf = new Map<string, number>();
  for (const row of read) {
    const meant = organisationsMeant(row, context);
    const organisation = meant.length === 1 ? meant[0]?.id : undefined;
    const earlier = organisation === undefined ? undefined : lineOf.get(organisation);
    if (organisation !== undefined && earlier === undefined) lineOf.set(organisation, row.line);
    const network = findNetwork(row.network, context);
    const found = [
      ...wrongOrganisation(row, meant),
      ...(earlier === undefined ? [] : [details.duplicateLine(row.line, String(earlier))]),
      ...(network ? [] : [details.networkUnknown(row.line, row.network)]),
      ...wrongDay(row, context),
      ...wrongContent(row, context),
    ];
    wrong.push(...found);
    if (found.length === 0 && organisation !== undefined && network) {
      rows.push(checked(row, organisation, network.network));
    }
  }
  return { rows, details: wrong };
}

function checked(row: ReadApplication, organisation: string, network: string): ImportedApplication {
  const { line, appliedOn, contactRole, category, question } = row;
  const asked = category !== undefined && question !== undefined ? { category, question } : {};
  return { line, organisation, network, appliedOn, contactRole, ...asked };
}

/**
 * Whom a line means: of those with its code the ones that were there on that day, or else one that was not. Spreadsheets
 * drop the zeros that the code of a municipality begins with, so that `24` may be municipality 0024 and province 24. On a
 * day that is no day the code is looked up for today, so that a line tells all that is wrong at once.
 */
function organisationsMeant(row: ReadApplication, { register, at }: RowContext): readonly Organisation[] {
  const { organisation, appliedOn } = row;
  const on = isDay(appliedOn) ? appliedOn : dayOf(at);
  const written = /^\d{1,3}$/.test(organisation) ? [organisation.padStart(4, '0'), organisation] : [organisation];
  const found = written.flatMap((code) => findOrganisation(register, code, on) ?? []);
  const there = found.filter((each) => existedOn(each, on));
  return there.length > 0 ? there : found.slice(0, 1);
}

function wrongOrganisation(row: ReadApplication, meant: readonly Organisation[]): RefusalDetail[] {
  const { line, organisation: written, appliedOn } = row;
  const [organisation, other] = meant;
  if (!organisation) return [details.organisationUnknown(line, written)];
  if (other) return [details.organisationAmbiguous(line, written, called(organisation), called(other))];
  if (!isDay(appliedOn) || existedOn(organisation, appliedOn)) return [];
  return [details.organisationDidNotExist(line, organisation.name, appliedOn)];
}

function called({ name, cbs }: Organisation): string {
  return `${name} (${cbs})`;
}

function findNetwork(idOrName: string, { networks, programme }: RowContext): OpenNetwork | undefined {
  return networks
    .filter((network) => network.status === 'open' && network.programme === programme.programme)
    .find((network): network is OpenNetwork => {
      return network.status === 'open' && (network.network === idOrName || network.name === idOrName.trim());
    });
}

function wrongDay({ line, appliedOn }: ReadApplication, { programme, at }: RowContext): RefusalDetail[] {
  if (!isDay(appliedOn)) return [details.notADay(line, appliedOn)];
  if (appliedOn > dayOf(at)) return [details.inTheFuture(line, appliedOn)];
  return appliedOn < programme.opensOn ? [details.beforeTheProgramme(line, programme.opensOn)] : [];
}

function wrongContent(row: ReadApplication, { programme }: RowContext): RefusalDetail[] {
  const { line, contactRole, category, question } = row;
  const wrong: RefusalDetail[] = [];
  if (!role.safeParse(contactRole).success) wrong.push(details.notARole(line, contactRole));
  const known = programme.template?.categories.some(({ key }) => key === category);
  if (category !== undefined && !known) wrong.push(details.categoryUnknown(line, category));
  if (question !== undefined && !clearText.safeParse(question).success) {
    wrong.push(details.questionTooLong(line, String(question.$text.length)));
  }
  if (category !== undefined && question === undefined) wrong.push(details.questionEmpty(line));
  if (category === undefined && question !== undefined) wrong.push(details.categoryMissing(line));
  return wrong;
}
