import { spoken } from '../kernel/days.ts';
import type { Sentence } from '../kernel/decision.ts';
import type { CommitmentStep } from '../trajectory/commitment.ts';

export type Status = 'on-schedule' | 'attention' | 'behind';

/** Why a trajectory is not on schedule. `about` is the key of a milestone or a layer, where it is about one. */
export interface Reason extends Sentence {
  readonly code: string;
  readonly status: Exclude<Status, 'on-schedule'>;
  readonly about?: string;
}

export function milestoneOverdue(label: Sentence, about: string, days: number, behindAfter: number): Reason {
  return {
    code: 'milestone-overdue',
    status: days >= behindAfter ? 'behind' : 'attention',
    about,
    nl: `‘${label.nl}’ is ${inDays(days).nl} over tijd.`,
    en: `‘${label.en}’ is ${inDays(days).en} overdue.`,
  };
}

export function commitmentLate(label: Sentence, about: string, days: number): Reason {
  return {
    code: 'commitment-late',
    status: 'attention',
    about,
    nl: `Het antwoord is ${inDays(days).nl} te laat (${label.nl.toLowerCase()}).`,
    en: `The answer is ${inDays(days).en} late (${label.en.toLowerCase()}).`,
  };
}

/** What a commitment that no longer stands says; other steps say nothing. */
const weak: Partial<Record<CommitmentStep, Sentence>> = {
  'under-pressure': { nl: 'staat onder druk', en: 'is under pressure' },
  'in-question': { nl: 'moet opnieuw worden bevestigd', en: 'must be confirmed again' },
  refused: { nl: 'is geweigerd', en: 'was refused' },
  lapsed: { nl: 'is vervallen', en: 'has lapsed' },
  withdrawn: { nl: 'is ingetrokken', en: 'was withdrawn' },
};

export function commitmentWeak(label: Sentence, about: string, step: CommitmentStep): Reason | undefined {
  const says = weak[step];
  if (!says) return undefined;
  return {
    code: `commitment-${step}`,
    status: 'attention',
    about,
    nl: `Het commitment ${says.nl} (${label.nl.toLowerCase()}).`,
    en: `The commitment ${says.en} (${label.en.toLowerCase()}).`,
  };
}

export function noContact(days: number): Reason {
  return {
    code: 'no-contact',
    status: 'attention',
    nl: `Er is ${inDays(days).nl} geen contact geweest.`,
    en: `There has been no contact for ${inDays(days).en}.`,
  };
}

export function paused(until: string | undefined): Reason {
  return {
    code: 'paused',
    status: 'attention',
    nl: until === undefined ? 'De deelname is onderbroken.' : `De deelname is onderbroken tot ${spoken(until).nl}.`,
    en: until === undefined ? 'The trajectory is paused.' : `The trajectory is paused until ${spoken(until).en}.`,
  };
}

export function pauseOver(until: string): Reason {
  return {
    code: 'pause-over',
    status: 'attention',
    nl: `De onderbreking zou duren tot ${spoken(until).nl}; er is niet hervat.`,
    en: `The pause was to last until ${spoken(until).en}; nothing was resumed.`,
  };
}

export function reservationOverdue(days: number): Reason {
  return {
    code: 'reservation-overdue',
    status: 'attention',
    nl: `Het besluit waarop de plaats wacht, is ${inDays(days).nl} te laat.`,
    en: `The decision that the place waits for is ${inDays(days).en} late.`,
  };
}

function inDays(days: number): Sentence {
  return { nl: days === 1 ? '1 dag' : `${days} dagen`, en: days === 1 ? '1 day' : `${days} days` };
}
