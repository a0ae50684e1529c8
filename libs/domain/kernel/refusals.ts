import { spoken } from './days.ts';
import type { Refusal, Sentence } from './decision.ts';

/** A refusal with its data and the fields that it is about; both empty when not given. */
export function refusal(code: string, says: Sentence, about: Partial<Pick<Refusal, 'data' | 'fields'>> = {}): Refusal {
  return { code, nl: says.nl, en: says.en, data: about.data ?? {}, fields: about.fields ?? [] };
}

export function programmeUnknown(programme: string | null = null): Refusal {
  return refusal(
    'programme-unknown',
    {
      nl: 'Dit programma bestaat niet. Kies een programma dat is ingericht.',
      en: 'This programme does not exist. Choose a programme that has been set up.',
    },
    { data: { programme }, fields: programme === null ? [] : ['programme'] },
  );
}

export function networkUnknown(network: string | null = null): Refusal {
  return refusal(
    'network-unknown',
    {
      nl: 'Dit netwerk bestaat niet in dit programma. Kies een netwerk van het programma.',
      en: 'This network does not exist in this programme. Choose a network of the programme.',
    },
    { data: { network }, fields: network === null ? [] : ['network'] },
  );
}

export function trajectoryUnknown(trajectory: string | null = null): Refusal {
  return refusal(
    'trajectory-unknown',
    {
      nl: 'Deze deelname bestaat niet. Leg eerst de belangstelling of de aanmelding vast.',
      en: 'This trajectory does not exist. Record the interest or the application first.',
    },
    { data: { trajectory }, fields: trajectory === null ? [] : ['trajectory'] },
  );
}

export function organisationUnknown(organisation: string, field = 'organisation'): Refusal {
  return refusal(
    'organisation-unknown',
    {
      nl: 'Deze organisatie staat niet in het register. Controleer de code of kies een organisatie uit het register.',
      en: 'This organisation is not in the register. Check the code or choose an organisation from the register.',
    },
    { data: { [field]: organisation }, fields: [field] },
  );
}

export function organisationDidNotExist(name: string, on: string, field = 'organisation'): Refusal {
  return refusal(
    'organisation-did-not-exist',
    {
      nl: `${name} bestond niet op ${spoken(on).nl}. Kies de organisatie die er op die dag was, of een andere datum.`,
      en: `${name} did not exist on ${spoken(on).en}. Choose the organisation of that day, or another date.`,
    },
    { data: { [field]: name, on }, fields: [field, 'occurredOn'] },
  );
}

export function inTheFuture(on: string, today: string): Refusal {
  return refusal(
    'in-the-future',
    {
      nl: `Wat nog moet gebeuren, is geen feit. Geef een datum van uiterlijk ${spoken(today).nl}.`,
      en: `What has yet to happen is not a fact. Give a date no later than ${spoken(today).en}.`,
    },
    { data: { on, today }, fields: ['occurredOn'] },
  );
}

export function beforeTheProgramme(on: string, opensOn: string): Refusal {
  return refusal(
    'before-the-programme',
    {
      nl: `Het programma staat open vanaf ${spoken(opensOn).nl}. Geef een datum vanaf die dag.`,
      en: `The programme is open from ${spoken(opensOn).en}. Give a date from that day on.`,
    },
    { data: { on, opensOn }, fields: ['occurredOn'] },
  );
}

export function unknownCategory(category: string): Refusal {
  return refusal(
    'category-unknown',
    {
      nl: `De categorie ‘${category}’ komt in dit programma niet voor. Kies een categorie van het programma.`,
      en: `The category ‘${category}’ is not one of this programme. Choose a category of the programme.`,
    },
    { data: { category }, fields: ['category'] },
  );
}

export function nothingChanged(): Refusal {
  return refusal('nothing-changed', {
    nl: 'Dit staat al precies zo vast. Er hoeft niets te gebeuren.',
    en: 'This is recorded already, exactly like this. Nothing needs to be done.',
  });
}

/** A move of which neither the command nor the state knows the date it moves away from. */
export function fromUnknown(): Refusal {
  return refusal(
    'from-unknown',
    {
      nl: 'Er staat geen datum die kan worden verzet. Geef de oude datum mee, of leg eerst de afspraak vast.',
      en: 'There is no date that can be moved. Give the old date as well, or record the appointment first.',
    },
    { fields: ['from'] },
  );
}
