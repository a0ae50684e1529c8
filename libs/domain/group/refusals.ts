import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';

export function groupUnknown(): Refusal {
  return refusal('group-unknown', {
    nl: 'Deze leergroep bestaat niet. Stel haar eerst samen.',
    en: 'This learning group does not exist. Compose it first.',
  });
}

export function alreadyComposed(group: string): Refusal {
  return refusal(
    'group-already-composed',
    {
      nl: 'Deze leergroep is al samengesteld. Pas de samenstelling aan, of maak een andere groep.',
      en: 'This learning group has been composed already. Change its composition, or make another group.',
    },
    { data: { group }, fields: ['group'] },
  );
}

export function memberTwice(trajectory: string): Refusal {
  return refusal(
    'member-twice',
    {
      nl: 'Een deelname staat twee keer in deze leergroep. Noem elke deelname één keer.',
      en: 'A trajectory stands twice in this learning group. Name each trajectory once.',
    },
    { data: { trajectory }, fields: ['members'] },
  );
}

export function memberWithoutAPlace(trajectory: string): Refusal {
  return refusal(
    'member-without-a-place',
    {
      nl: 'Een deelname in deze leergroep heeft geen plaats in het netwerk. Geef eerst een plaats, of laat haar weg.',
      en: 'A trajectory in this learning group has no place in the network. Give it a place first, or leave it out.',
    },
    { data: { trajectory }, fields: ['members'] },
  );
}

export function groupFrozen(group: string): Refusal {
  return refusal(
    'group-frozen',
    {
      nl: 'De samenstelling van deze leergroep staat vast. Stel een nieuwe groep samen als dat nodig is.',
      en: 'The composition of this learning group is frozen. Compose a new group if that is needed.',
    },
    { data: { group } },
  );
}
