import { daysBetween, spoken } from '#domain/kernel/days';
import { never, type Sentence } from '#domain/kernel/decision';
import { commitmentId, type Subject, subject } from '#domain/kernel/subject';
import type { MissingOfMeeting, MissingOfMeetingKind } from '#domain/meeting/missing';
import type { Missing, MissingKind } from '#domain/progress/missing';
import { labelOf, noContact } from '#domain/progress/reasons';
import type { Template } from '#domain/template/template';
import type { MeetingRow } from '../meeting/view.ts';
import type { NamedOrganisation } from '../register/register.ts';
import type { StandingRow } from '../standing/view.ts';

export type MissingFactKind = MissingKind | MissingOfMeetingKind;

const kinds: Record<MissingFactKind, true> = {
  'intake-report': true,
  'commitment-evidence': true,
  'commitment-term': true,
  contact: true,
  attendance: true,
  outcome: true,
  invitation: true,
};

/** Every kind there is. A new kind that is not here does not compile. */
export const missingFactKinds = Object.keys(kinds) as readonly MissingFactKind[];

/** A fact that should be on record and is not, with the reason in words. */
export interface MissingFact extends Sentence {
  readonly kind: MissingFactKind;
  /** What it is about: a trajectory, a commitment or a meeting. */
  readonly about: Subject;
  readonly programme: string;
  readonly programmeName: string;
  readonly network: string | null;
  /** Whose trajectory it is; null for a meeting. */
  readonly organisation: NamedOrganisation | null;
  /** The day that it counts from: of the intake, the gift, the term, the last contact, the meeting. */
  readonly since: string;
  /** How many days ago that is. */
  readonly days: number;
}

interface Around {
  readonly programme: { readonly programme: string; readonly name: string; readonly template: Template | null };
  readonly validOn: string;
}

/** Something that is missing of a trajectory, on that day. */
export function missingOfTrajectory(
  { kind, about, since }: Missing,
  { trajectory, network }: Pick<StandingRow, 'trajectory' | 'network'>,
  around: Around & { readonly organisation: NamedOrganisation },
): MissingFact {
  const { programme, validOn, organisation } = around;
  const layer = kind === 'commitment-evidence' || kind === 'commitment-term' ? about : null;
  const days = daysBetween(since, validOn);
  return {
    kind,
    about: layer === null ? subject('trajectory', trajectory) : subject('commitment', commitmentId(trajectory, layer)),
    programme: programme.programme,
    programmeName: programme.name,
    network,
    organisation,
    since,
    days,
    ...reasonOf(kind, since, { days, layer: labelOf(programme.template?.layers ?? [], layer ?? '') }),
  };
}

function reasonOf(kind: MissingKind, since: string, { days, layer }: { days: number; layer: Sentence }): Sentence {
  const on = spoken(since);
  switch (kind) {
    case 'intake-report':
      return {
        nl: `Van het intakegesprek van ${on.nl} is geen verslag vastgelegd.`,
        en: `No report of the intake of ${on.en} is on record.`,
      };
    case 'commitment-evidence':
      return {
        nl: `Het commitment (${layer.nl.toLowerCase()}) staat sinds ${on.nl} zonder bewijs.`,
        en: `The commitment (${layer.en.toLowerCase()}) has stood without evidence since ${on.en}.`,
      };
    case 'commitment-term':
      return {
        nl: `Het bericht over het commitment (${layer.nl.toLowerCase()}) had er op ${on.nl} moeten zijn.`,
        en: `Word about the commitment (${layer.en.toLowerCase()}) was due on ${on.en}.`,
      };
    case 'contact':
      return noContact(days);
    default:
      return never(kind);
  }
}

/** Something that is missing of a meeting, on that day. */
export function missingFactOfMeeting(
  { kind, since, neverMoved }: MissingOfMeeting,
  { meeting, network, title }: Pick<MeetingRow, 'meeting' | 'network' | 'title'>,
  { programme, validOn }: Around,
): MissingFact {
  return {
    kind,
    about: subject('meeting', meeting),
    programme: programme.programme,
    programmeName: programme.name,
    network,
    organisation: null,
    since,
    days: daysBetween(since, validOn),
    ...(neverMoved ? invitedForAnotherDay(title, spoken(since)) : missingWords(kind, title, spoken(since))),
  };
}

function invitedForAnotherDay(title: string, on: Sentence): Sentence {
  return {
    nl: `‘${title}’: de uitnodiging noemt een andere dag, sinds ${on.nl}.`,
    en: `‘${title}’: the invitation has named another day since ${on.en}.`,
  };
}

function missingWords(kind: MissingOfMeeting['kind'], title: string, on: Sentence): Sentence {
  switch (kind) {
    case 'attendance':
      return {
        nl: `‘${title}’ is gehouden op ${on.nl}; wie er was, is niet vastgelegd.`,
        en: `‘${title}’ was held on ${on.en}; who was there is not on record.`,
      };
    case 'outcome':
      return {
        nl: `‘${title}’ stond op ${on.nl}; of dat doorging, is niet vastgelegd.`,
        en: `‘${title}’ was to be held on ${on.en}; whether it was is not on record.`,
      };
    case 'invitation':
      return {
        nl: `‘${title}’ is op ${on.nl} verzet; wie is uitgenodigd, weet dat nog niet.`,
        en: `‘${title}’ was moved on ${on.en}; who was invited has not been told.`,
      };
    default:
      return never(kind);
  }
}
