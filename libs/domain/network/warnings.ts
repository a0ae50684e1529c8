import type { Warning } from '../kernel/decision.ts';

export function notFirstInLine(waiting: number): Warning {
  return {
    code: 'not-first-in-line',
    nl: `Er ${waiting === 1 ? 'wacht een deelname' : `wachten ${waiting} deelnames`} langer op een plaats.`,
    en: `${waiting === 1 ? 'One trajectory has' : `${waiting} trajectories have`} been waiting for a place longer.`,
  };
}

export function placesAreFree(free: number): Warning {
  return {
    code: 'places-are-free',
    nl: `Er ${free === 1 ? 'is nog 1 plaats' : `zijn nog ${free} plaatsen`} vrij in dit netwerk.`,
    en: `${free === 1 ? '1 place is' : `${free} places are`} still free in this network.`,
  };
}

export function waitingBeforeTheIntake(): Warning {
  return {
    code: 'waiting-before-the-intake',
    nl: 'Het intakegesprek is nog niet gevoerd.',
    en: 'The intake has not been held yet.',
  };
}

export function turnedAwayBefore(): Warning {
  return {
    code: 'turned-away-before',
    nl: 'Deze deelname was eerder afgewezen of doorverwezen.',
    en: 'This trajectory was rejected or referred before.',
  };
}

export function belowTheMinimum(given: number, minimum: number): Warning {
  return {
    code: 'below-the-minimum',
    nl: `Met ${given === 1 ? '1 deelname' : `${given} deelnames`} zit het netwerk onder het minimum van ${minimum}.`,
    en: `With ${given === 1 ? '1 trajectory' : `${given} trajectories`} the network is below its minimum of ${minimum}.`,
  };
}

export function someoneIsWaiting(waiting: number): Warning {
  return {
    code: 'someone-is-waiting',
    nl: `Er zijn nu plaatsen vrij terwijl er ${waiting} ${waiting === 1 ? 'deelname wacht' : 'deelnames wachten'}.`,
    en: `Places are free now while ${waiting} ${waiting === 1 ? 'trajectory waits' : 'trajectories wait'}.`,
  };
}
