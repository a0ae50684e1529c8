import { spoken } from '../kernel/days.ts';
import { never, type Sentence } from '../kernel/decision.ts';
import type { Template } from '../template/template.ts';
import type { Finding, Status, WeakStep } from './findings.ts';

export type { Status } from './findings.ts';

/** Why a trajectory is not on schedule. `about` is the key of a milestone or a layer, where it is about one. */
export interface Reason extends Sentence {
  readonly code: string;
  readonly status: Exclude<Status, 'on-schedule'>;
  readonly about?: string;
}

/** A finding in words. */
export function reasonOf(finding: Finding, template: Template): Reason {
  const { code, status } = finding;
  switch (code) {
    case 'milestone-overdue':
      return { code, status, about: finding.milestone, ...milestoneOverdue(finding, template) };
    case 'commitment-late':
      return { code, status, about: finding.layer, ...commitmentLate(finding, template) };
    case 'commitment-weak':
      return { code: `commitment-${finding.step}`, status, about: finding.layer, ...commitmentWeak(finding, template) };
    case 'no-contact':
      return { code, status, ...noContact(finding.days) };
    case 'paused':
      return { code, status, ...paused(finding.until) };
    case 'pause-over':
      return { code, status, ...pauseOver(finding.until) };
    case 'reservation-overdue':
      return { code, status, ...reservationOverdue(finding.days) };
    default:
      return never(finding);
  }
}

function milestoneOverdue({ milestone, days }: { milestone: string; days: number }, template: Template): Sentence {
  const label = labelOf(template.milestones, milestone);
  return {
    nl: `‘${label.nl}’ is ${inDays(days).nl} over tijd.`,
    en: `‘${label.en}’ is ${inDays(days).en} overdue.`,
  };
}

function commitmentLate({ layer, days }: { layer: string; days: number }, template: Template): Sentence {
  const label = labelOf(template.layers, layer);
  return {
    nl: `Het antwoord is ${inDays(days).nl} te laat (${label.nl.toLowerCase()}).`,
    en: `The answer is ${inDays(days).en} late (${label.en.toLowerCase()}).`,
  };
}

const weak: Record<WeakStep, Sentence> = {
  'under-pressure': { nl: 'staat onder druk', en: 'is under pressure' },
  'in-question': { nl: 'moet opnieuw worden bevestigd', en: 'must be confirmed again' },
  refused: { nl: 'is geweigerd', en: 'was refused' },
  lapsed: { nl: 'is vervallen', en: 'has lapsed' },
  withdrawn: { nl: 'is ingetrokken', en: 'was withdrawn' },
};

function commitmentWeak({ layer, step }: { layer: string; step: WeakStep }, template: Template): Sentence {
  const label = labelOf(template.layers, layer);
  return {
    nl: `Het commitment ${weak[step].nl} (${label.nl.toLowerCase()}).`,
    en: `The commitment ${weak[step].en} (${label.en.toLowerCase()}).`,
  };
}

/** That it was not spoken to for so long. */
export function noContact(days: number): Sentence {
  return {
    nl: `Er is ${inDays(days).nl} geen contact geweest.`,
    en: `There has been no contact for ${inDays(days).en}.`,
  };
}

function paused(until: string | undefined): Sentence {
  return {
    nl:
      until === undefined
        ? 'De deelname is onderbroken.'
        : `De deelname is onderbroken tot en met ${spoken(until).nl}.`,
    en:
      until === undefined
        ? 'The trajectory is paused.'
        : `The trajectory is paused until and including ${spoken(until).en}.`,
  };
}

function pauseOver(until: string): Sentence {
  return {
    nl: `De onderbreking zou duren tot en met ${spoken(until).nl}; er is niet hervat.`,
    en: `The pause was to last until and including ${spoken(until).en}; nothing was resumed.`,
  };
}

function reservationOverdue(days: number): Sentence {
  return {
    nl: `Het besluit waarop de plaats wacht, is ${inDays(days).nl} te laat.`,
    en: `The decision that the place waits for is ${inDays(days).en} late.`,
  };
}

/** The label of that key; what the template does not name is called by its key. */
export function labelOf(things: readonly { readonly key: string; readonly label: Sentence }[], key: string): Sentence {
  return things.find((thing) => thing.key === key)?.label ?? { nl: key, en: key };
}

/** So many days, in words. */
export function inDays(days: number): Sentence {
  return { nl: days === 1 ? '1 dag' : `${days} dagen`, en: days === 1 ? '1 day' : `${days} days` };
}
