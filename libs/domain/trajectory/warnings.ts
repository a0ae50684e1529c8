import { spoken } from '../kernel/days.ts';
import type { Warning } from '../kernel/decision.ts';

export function afterTheEnd(): Warning {
  return {
    code: 'after-the-end',
    nl: 'Deze deelname was toen al geëindigd.',
    en: 'This trajectory had already ended by then.',
  };
}

export function movedFromAnotherDate(planned: string): Warning {
  return {
    code: 'moved-from-another-date',
    nl: `De datum die stond, was ${spoken(planned).nl}.`,
    en: `The date that stood was ${spoken(planned).en}.`,
  };
}

export function intakeHeldOnAnotherDay(planned: string): Warning {
  return {
    code: 'intake-held-on-another-day',
    nl: `De afspraak was op ${spoken(planned).nl}.`,
    en: `The appointment was on ${spoken(planned).en}.`,
  };
}

export function startedWithoutAPlace(): Warning {
  return {
    code: 'started-without-a-place',
    nl: 'Deze deelname heeft geen plaats in het netwerk.',
    en: 'This trajectory has no place in the network.',
  };
}

export function startedWithReservation(decisionExpectedOn: string): Warning {
  return {
    code: 'started-with-reservation',
    nl: `De plaats is onder voorbehoud; het besluit wordt verwacht op ${spoken(decisionExpectedOn).nl}.`,
    en: `The place has a reservation; the decision is expected on ${spoken(decisionExpectedOn).en}.`,
  };
}

export function notASuccessorInTheRegister(): Warning {
  return {
    code: 'not-a-successor-in-the-register',
    nl: 'Volgens het register is dit geen opvolger van de organisatie.',
    en: 'By the register this is not a successor of the organisation.',
  };
}

export function dueBeforeItWasAsked(): Warning {
  return {
    code: 'due-before-it-was-asked',
    nl: 'Het antwoord moest er zijn voordat het werd gevraagd.',
    en: 'The answer was due before it was asked for.',
  };
}

export function supportCompletedBefore(): Warning {
  return {
    code: 'support-completed-before',
    nl: 'Dit lokaal maatwerk was al afgerond.',
    en: 'This local support was completed already.',
  };
}

export function supportWithoutExpert(): Warning {
  return {
    code: 'support-delivered-without-expert',
    nl: 'Er was nog geen deskundige aan dit lokaal maatwerk gekoppeld.',
    en: 'No expert had been matched to this local support yet.',
  };
}

export function supportCompletedWithoutDelivery(): Warning {
  return {
    code: 'support-completed-without-delivery',
    nl: 'Er zijn nog geen uren van dit lokaal maatwerk vastgelegd.',
    en: 'No hours of this local support have been recorded yet.',
  };
}

/** `from` is three months after the completion. */
export function afterMeasuredTooEarly(from: string): Warning {
  return {
    code: 'after-measured-too-early',
    nl: `Dit is korter dan drie maanden na de afronding; een nameting zegt iets vanaf ${spoken(from).nl}.`,
    en: `This is less than three months after the completion; an after-measurement says something from ${spoken(from).en}.`,
  };
}

/** `until` is six months after the completion. */
export function afterMeasuredLate(until: string): Warning {
  return {
    code: 'after-measured-late',
    nl: `Dit is langer dan zes maanden na de afronding; de nameting hoorde er te zijn op ${spoken(until).nl}.`,
    en: `This is more than six months after the completion; the after-measurement was due by ${spoken(until).en}.`,
  };
}
