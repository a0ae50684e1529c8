import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';

export function meetingUnknown(): Refusal {
  return refusal('meeting-unknown', {
    nl: 'Deze bijeenkomst bestaat niet. Plan haar eerst.',
    en: 'This meeting does not exist. Plan it first.',
  });
}

export function alreadyPlanned(meeting: string): Refusal {
  return refusal(
    'meeting-already-planned',
    {
      nl: 'Deze bijeenkomst is al gepland. Verzet haar, of plan een andere onder een nieuwe identificatie.',
      en: 'This meeting has been planned already. Move it, or plan another under a new id.',
    },
    { data: { meeting }, fields: ['meeting'] },
  );
}

export function attendanceTwice(trajectory: string): Refusal {
  return refusal(
    'attendance-twice',
    {
      nl: 'Een deelname staat twee keer in deze aanwezigheid. Laat van elke deelname één regel staan.',
      en: 'A trajectory stands twice in this attendance. Leave one entry for each trajectory.',
    },
    { data: { trajectory }, fields: ['entries'] },
  );
}

export function attendanceElsewhere(trajectory: string): Refusal {
  return refusal(
    'attendance-elsewhere',
    {
      nl: 'Een deelname in deze aanwezigheid hoort niet bij dit programma. Haal die regel weg.',
      en: 'A trajectory in this attendance is not of this programme. Remove that entry.',
    },
    { data: { trajectory }, fields: ['entries'] },
  );
}
