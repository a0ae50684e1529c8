import { spoken } from '../kernel/days.ts';
import type { Warning } from '../kernel/decision.ts';

export function outsideTheProgramme(): Warning {
  return {
    code: 'outside-the-programme',
    nl: 'Deze datum ligt buiten de looptijd van het programma.',
    en: 'This date lies outside the period of the programme.',
  };
}

export function agreedOnAnotherDate(date: string): Warning {
  return {
    code: 'agreed-on-another-date',
    nl: `De datum die stond, was ${spoken(date).nl}.`,
    en: `The date that stood was ${spoken(date).en}.`,
  };
}

export function movedFromAnotherDate(date: string): Warning {
  return { ...agreedOnAnotherDate(date), code: 'moved-from-another-date' };
}

export function wasCancelled(): Warning {
  return { code: 'was-cancelled', nl: 'Deze bijeenkomst was afgelast.', en: 'This meeting had been cancelled.' };
}

export function wasHeld(): Warning {
  return {
    code: 'was-held-already',
    nl: 'Deze bijeenkomst was al gehouden.',
    en: 'This meeting had been held already.',
  };
}

export function heldOnAnotherDay(date: string): Warning {
  return {
    code: 'meeting-held-on-another-day',
    nl: `De bijeenkomst stond gepland op ${spoken(date).nl}.`,
    en: `The meeting was planned on ${spoken(date).en}.`,
  };
}

export function heldOnAProvisionalDate(): Warning {
  return {
    code: 'held-on-a-provisional-date',
    nl: 'De datum was nog niet afgesproken.',
    en: 'The date had not been agreed yet.',
  };
}

export function attendanceBeforeItWasHeld(): Warning {
  return {
    code: 'attendance-before-it-was-held',
    nl: 'Er is nog niet vastgelegd dat deze bijeenkomst is gehouden.',
    en: 'It has not been recorded yet that this meeting was held.',
  };
}

export function attendanceOfAnotherDay(heldOn: string): Warning {
  return {
    code: 'attendance-of-another-day',
    nl: `De bijeenkomst is gehouden op ${spoken(heldOn).nl}.`,
    en: `The meeting was held on ${spoken(heldOn).en}.`,
  };
}

export function attendanceReplaced(count: number): Warning {
  return {
    code: 'attendance-replaced',
    nl: `Van ${count} ${count === 1 ? 'deelname' : 'deelnames'} was al andere aanwezigheid vastgelegd.`,
    en: `Other attendance had been recorded already of ${count} ${count === 1 ? 'trajectory' : 'trajectories'}.`,
  };
}

export function rolesOfWhoWasNotThere(count: number): Warning {
  return {
    code: 'roles-of-who-was-not-there',
    nl: `Bij ${count} ${count === 1 ? 'deelname die er niet was, staan' : 'deelnames die er niet waren, staan'} rollen aan tafel.`,
    en: `Roles at the table are told of ${count} ${count === 1 ? 'trajectory that was' : 'trajectories that were'} not there.`,
  };
}

export function presentWithoutAPlace(count: number): Warning {
  return {
    code: 'present-without-a-place',
    nl: `${count} ${count === 1 ? 'deelname heeft' : 'deelnames hebben'} geen plaats in het netwerk.`,
    en: `${count} ${count === 1 ? 'trajectory has' : 'trajectories have'} no place in the network.`,
  };
}
