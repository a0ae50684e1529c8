import type { KnownFactType } from '#domain/dossier/kinds/index';
import { euros } from '#domain/dossier/kinds/parts';
import { isDay } from '#domain/kernel/days';
import type { Sentence } from '#domain/kernel/decision';
import { codeOrKey } from './dossier-codes.ts';
import { roleWords } from './roles.ts';
import { dayWords, minutesWords, type Names, numberOf, type Speech, say } from './speech.ts';

/** The fact whose field is said. */
export interface Around {
  readonly type: KnownFactType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly speech: Speech;
}

type Add = (value: unknown, around: Around) => Sentence | undefined;

/**
 * What a field of a fact adds to its sentence, in this order; a field that is not here adds nothing. None says
 * protected text or an id: what has no name (yet) is left out.
 */
const additions: Readonly<Record<string, Add>> = {
  items: (value, { speech }) => listed(value, speech.names.item),
  theme: itemName,
  team: itemName,
  module: itemName,
  proposal: itemName,
  unit: itemName,
  region: plain,
  line: coded('line'),
  category: (value, { speech: { names } }) =>
    isText(value) ? (names.category(value) ?? codeOrKey('', value)) : undefined,
  body: coded('body'),
  layers: (value, { speech: { names } }) => {
    const layers = texts(value).map((key) => names.layer(key) ?? codeOrKey('', key));
    return joined(layers.map(({ nl, en }) => say(nl.toLowerCase(), en.toLowerCase())));
  },
  sort: coded('sort'),
  form: coded('form'),
  strength: coded('strength'),
  cause: coded('cause'),
  stage: coded('stage'),
  severity: coded('severity', say('ernst', 'severity')),
  phase: coded('phase'),
  level: coded('level'),
  outcome: coded('outcome'),
  advice: coded('advice', say('advies', 'advice')),
  into: coded('into'),
  side: coded('side'),
  indicator: coded('indicator'),
  moment: coded('moment'),
  source: coded('source'),
  expertise: (value) => joined((isText(value) ? [value] : texts(value)).map((key) => codeOrKey('expertise', key))),
  role: roleOf,
  ownerRole: roleOf,
  organisation: (value, { speech: { names } }) => named(value, names.organisation),
  trajectory: (value, { speech: { names } }) => named(value, names.trajectory),
  where: plain,
  goal: plain,
  method: (value) => (isText(value) ? codeOrKey('method', value) : undefined),
  version: (value) => counted(value, (n) => say(`versie ${n}`, `version ${n}`)),
  round: (value) => counted(value, (n) => say(`ronde ${n}`, `round ${n}`)),
  amount: (value, { type }) =>
    counted(value, (n) => (type.data.shape['amount'] === euros ? inEuros(n) : numberWords(n))),
  value: (value) => counted(value, numberWords),
  target: (value) => counted(value, (n) => labelled(say('streefwaarde', 'target'), numberWords(n))),
  minutes: (value) => counted(value, minutesWords),
  minutesPerMonth: (value) =>
    counted(value, (n) => say(`${minutesWords(n).nl} per maand`, `${minutesWords(n).en} a month`)),
  headcount: several(say('medewerker', 'member of staff'), say('medewerkers', 'staff')),
  people: several(say('persoon', 'person'), say('mensen', 'people')),
  reached: (value, { data }) => outOf(value, data['of']),
  completed: (value, { data }) => outOf(value, data['participants']),
  votes: votesOf,
  organisations: several(say('organisatie', 'organisation'), say('organisaties', 'organisations')),
  guests: several(
    say('organisatie te gast', 'organisation as guest'),
    say('organisaties te gast', 'organisations as guests'),
  ),
  criteria: several(say('criterium', 'criterion'), say('criteria', 'criteria')),
  competencies: several(say('competentie', 'competency'), say('competenties', 'competencies')),
  needs: several(say('behoefte', 'need'), say('behoeften', 'needs')),
  dates: several(say('datum', 'date'), say('data', 'dates')),
  possible: several(say('datum mogelijk', 'date possible'), say('data mogelijk', 'dates possible')),
  due: (value) => dated(say('uiterlijk', 'due by'), value),
  to: (value) => dated(say('naar', 'to'), value) ?? plain(value),
  date: (value) => dated(say('op', 'on'), value),
  from: (value) => dated(say('van', 'from'), value),
  until: (value) => dated(say('tot en met', 'until'), value),
  network: (value, { speech: { names } }) => named(value, names.network),
  meeting: (value, { speech: { names } }) => named(value, names.meeting),
  group: (value, { speech: { names } }) => named(value, names.group),
  byRole: (value) => (isText(value) ? labelled(say('door:', 'by:'), roleWords(value)) : undefined),
  evidence: (value) => {
    const reference = typeof value === 'object' && value !== null && 'reference' in value ? value.reference : undefined;
    return isText(reference) ? labelled(say('bewijs:', 'evidence:'), say(reference, reference)) : undefined;
  },
};

/** Everything that the fields of a fact add to its sentence. */
export function additionsOf(around: Around): Sentence[] {
  return Object.entries(additions).flatMap(([field, add]) => add(around.data[field], around) ?? []);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && !/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.test(value);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isText) : [];
}

function plain(value: unknown): Sentence | undefined {
  return isText(value) ? say(value, value) : undefined;
}

function coded(field: string, label?: Sentence): Add {
  return (value) => {
    if (!isText(value)) return undefined;
    const words = codeOrKey(field, value);
    return label ? labelled(label, words) : words;
  };
}

function labelled(label: Sentence, words: Sentence): Sentence {
  return say(`${label.nl} ${words.nl}`, `${label.en} ${words.en}`);
}

function roleOf(value: unknown): Sentence | undefined {
  return isText(value) ? roleWords(value) : undefined;
}

function named(value: unknown, nameOf: (id: string) => string | undefined): Sentence | undefined {
  return typeof value === 'string' ? plain(nameOf(value)) : undefined;
}

/** Another item of the dossier; a unit of a party is said by its name. */
function itemName(value: unknown, { speech: { names } }: Around): Sentence | undefined {
  return plain(value) ?? named(value, names.item);
}

function listed(value: unknown, nameOf: Names['item']): Sentence | undefined {
  return Array.isArray(value) ? joined(value.flatMap((id) => named(id, nameOf) ?? [])) : undefined;
}

function joined(words: readonly Sentence[]): Sentence | undefined {
  if (words.length === 0) return undefined;
  return say(words.map(({ nl }) => nl).join(', '), words.map(({ en }) => en).join(', '));
}

function counted(value: unknown, words: (count: number) => Sentence): Sentence | undefined {
  return typeof value === 'number' ? words(value) : undefined;
}

/** How many it is, or how many there are in it. */
function several(one: Sentence, more: Sentence): Add {
  return (value) => counted(sizeOf(value) ?? value, (count) => numberOf(count, one, more));
}

function sizeOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function outOf(value: unknown, whole: unknown): Sentence | undefined {
  if (typeof value !== 'number' || typeof whole !== 'number') return undefined;
  return say(`${value} van ${whole}`, `${value} of ${whole}`);
}

/** Counted, or one vote for each organisation. */
function votesOf(value: unknown): Sentence | undefined {
  const votes = Array.isArray(value) ? tallied(value) : value;
  if (typeof votes !== 'object' || votes === null || !('inFavour' in votes && 'against' in votes)) return undefined;
  return say(`${votes.inFavour} voor, ${votes.against} tegen`, `${votes.inFavour} in favour, ${votes.against} against`);
}

function tallied(votes: readonly { readonly vote?: unknown }[]): object {
  const of = (asked: string) => votes.filter(({ vote }) => vote === asked).length;
  return { inFavour: of('in-favour'), against: of('against') };
}

function dated(label: Sentence, value: unknown): Sentence | undefined {
  if (typeof value !== 'string' || !isDay(value)) return undefined;
  return labelled(label, say(dayWords(value, 'nl'), dayWords(value, 'en')));
}

const dutchNumber = new Intl.NumberFormat('nl-NL');
const englishNumber = new Intl.NumberFormat('en-GB');

function numberWords(value: number): Sentence {
  return say(dutchNumber.format(value), englishNumber.format(value));
}

function inEuros(value: number): Sentence {
  const { nl, en } = numberWords(value);
  return say(`€ ${nl}`, `€${en}`);
}
