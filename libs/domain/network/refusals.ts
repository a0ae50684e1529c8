import { spoken } from '../kernel/days.ts';
import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';
import type { OpenNetwork } from './state.ts';

export function alreadyOpened(network: string): Refusal {
  return refusal(
    'network-already-opened',
    {
      nl: 'Dit netwerk is al geopend. Open een ander netwerk onder een nieuwe identificatie.',
      en: 'This network has been opened already. Open another network under a new id.',
    },
    { data: { network }, fields: ['network'] },
  );
}

export function placesOutOfOrder(places: Pick<OpenNetwork, 'minimum' | 'target' | 'maximum'>): Refusal {
  const { minimum, target, maximum } = places;
  return refusal(
    'places-out-of-order',
    {
      nl: 'Het streefaantal moet liggen tussen het minimum en het maximum. Pas de aantallen aan.',
      en: 'The target must lie between the minimum and the maximum. Change the numbers.',
    },
    { data: { minimum, target, maximum }, fields: ['minimum', 'target', 'maximum'] },
  );
}

export function maximumBelowPlacesGiven(maximum: number, given: number): Refusal {
  return refusal(
    'maximum-below-places-given',
    {
      nl: `Er ${given === 1 ? 'is al 1 plaats' : `zijn al ${given} plaatsen`} gegeven. Kies een maximum van ten minste ${given}.`,
      en: `${given === 1 ? '1 place has' : `${given} places have`} been given already. Choose a maximum of at least ${given}.`,
    },
    { data: { maximum, given }, fields: ['maximum'] },
  );
}

/** Whoever waits already is not sent to the waiting list; nor below. */
export function networkFull({ maximum, waiting }: OpenNetwork, isWaiting: boolean): Refusal {
  const about = { data: { maximum, waiting: waiting.length } };
  if (isWaiting) {
    const says = {
      nl: `Er is geen plaats vrij: het maximum van ${maximum} is bereikt. Verruim eerst het aantal plaatsen.`,
      en: `No place is free: the maximum of ${maximum} has been reached. Widen the number of places first.`,
    };
    return refusal('network-full', says, about);
  }
  return refusal(
    'network-full',
    {
      nl: `Er is geen plaats vrij: het maximum van ${maximum} is bereikt. Zet de deelname op de wachtlijst of verruim eerst het aantal plaatsen.`,
      en: `No place is free: the maximum of ${maximum} has been reached. Put the trajectory on the waiting list or widen the number of places first.`,
    },
    about,
  );
}

export function trajectoryElsewhere(trajectory: string): Refusal {
  return refusal(
    'trajectory-elsewhere',
    {
      nl: 'Deze deelname hoort bij een ander netwerk. Beslis erover in het netwerk van de aanmelding.',
      en: 'This trajectory belongs to another network. Decide about it in the network of its application.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

export function notApplied(trajectory: string): Refusal {
  return refusal(
    'not-applied',
    {
      nl: 'Deze organisatie heeft zich nog niet aangemeld. Leg eerst de aanmelding vast.',
      en: 'This organisation has not applied yet. Record the application first.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

export function intakeNotHeld(trajectory: string): Refusal {
  return refusal(
    'intake-not-held',
    {
      nl: 'Het intakegesprek is nog niet gevoerd. Leg eerst het intakegesprek vast.',
      en: 'The intake has not been held yet. Record the intake first.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

/** Only whoever withdrew can apply again; of the others it is said that it is over, not to try what would be refused. */
export function trajectoryEnded(trajectory: string, step: string): Refusal {
  const again = step === 'withdrawn';
  return refusal(
    'trajectory-ended',
    {
      nl: `Deze deelname is geëindigd en kan geen plaats meer krijgen.${again ? ' Leg eerst een nieuwe aanmelding vast.' : ' Kies een deelname die nog loopt.'}`,
      en: `This trajectory has ended and can no longer get a place.${again ? ' Record a new application first.' : ' Choose one that still goes on.'}`,
    },
    { data: { trajectory, step }, fields: ['trajectory'] },
  );
}

export function alreadyHasAPlace(trajectory: string): Refusal {
  return refusal(
    'already-has-a-place',
    {
      nl: 'Deze deelname heeft al een plaats. Leg eerst vast dat zij zich terugtrekt of stopt.',
      en: 'This trajectory has a place already. Record first that it withdraws or stops.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

export function alreadyWaiting(trajectory: string): Refusal {
  return refusal(
    'already-waiting',
    {
      nl: 'Deze deelname staat al op de wachtlijst en houdt daar haar plek.',
      en: 'This trajectory is on the waiting list already and keeps its turn there.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

export function noReservation(trajectory: string): Refusal {
  return refusal(
    'no-reservation',
    {
      nl: 'Deze deelname heeft geen plaats onder voorbehoud. Er is niets op te heffen.',
      en: 'This trajectory has no place with a reservation. There is nothing to lift.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

export function noProposal(trajectory: string): Refusal {
  return refusal(
    'no-proposal',
    {
      nl: 'Voor deze deelname is geen vrijgekomen plaats voorgesteld. Kies een deelname met een voorstel.',
      en: 'No freed place is proposed for this trajectory. Choose a trajectory with a proposal.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

export function decisionExpectedInThePast(expectedOn: string, today: string): Refusal {
  return refusal(
    'decision-expected-in-the-past',
    {
      nl: `Een besluit dat nog komt, kan niet worden verwacht vóór ${spoken(today).nl}. Geef een latere datum.`,
      en: `A decision that is still to come cannot be expected before ${spoken(today).en}. Give a later date.`,
    },
    { data: { expectedOn, today }, fields: ['reservation.decisionExpectedOn'] },
  );
}

/** Free places, all of them held for others, the first of them until that day. */
export function restIsHeld(held: number, until: string, isWaiting: boolean): Refusal {
  const day = spoken(until);
  const about = { data: { held, until }, fields: ['trajectory'] };
  if (isWaiting) {
    const says = {
      nl: `Wat vrij is, wordt voor een ander vastgehouden, op zijn vroegst tot en met ${day.nl}. Laat eerst een plaats los.`,
      en: `What is free is held for others, at the earliest until and including ${day.en}. Release a place first.`,
    };
    return refusal('rest-is-held', says, about);
  }
  return refusal(
    'rest-is-held',
    {
      nl: `Wat vrij is, wordt voor een ander vastgehouden, op zijn vroegst tot en met ${day.nl}. Laat eerst een plaats los of kies de wachtlijst.`,
      en: `What is free is held for others, at the earliest until and including ${day.en}. Release a place first or choose the waiting list.`,
    },
    about,
  );
}

export function heldUntilThePast(until: string, today: string): Refusal {
  return refusal(
    'held-until-the-past',
    {
      nl: `Een voorlopige plaats kan niet gelden tot een dag vóór ${spoken(today).nl}. Geef een latere dag.`,
      en: `A tentative place cannot hold until a day before ${spoken(today).en}. Give a later day.`,
    },
    { data: { until, today }, fields: ['until'] },
  );
}

export function noPlaceHeld(trajectory: string): Refusal {
  return refusal(
    'no-place-held',
    {
      nl: 'Voor deze deelname wordt geen plaats vastgehouden. Er is niets los te laten.',
      en: 'No place is held for this trajectory. There is nothing to release.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}
