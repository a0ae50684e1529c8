import type { Sentence } from '#domain/kernel/decision';
import { codeWords } from './codes.ts';
import { say } from './speech.ts';

/** By field: the same code can mean something else in another. In English a code is read as it stands. */
const dutch: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  advice: {
    admit: 'toelaten',
    'admit-with-reservation': 'toelaten onder voorbehoud',
    wait: 'op de wachtlijst',
    reject: 'afwijzen',
    refer: 'verwijzen',
  },
  cause: { reorganisation: 'een reorganisatie' },
  form: {
    film: 'film',
    wiki: 'wiki',
    exhibition: 'tentoonstelling',
    report: 'rapport',
    play: 'toneelstuk',
    game: 'spel',
    presentation: 'presentatie',
    podcast: 'podcast',
    guide: 'handreiking',
    other: 'een andere vorm',
  },
  forms: {
    theory: 'theorie',
    practice: 'praktijk',
    knowledge: 'kennis',
    skill: 'vaardigheid',
    exercise: 'oefening',
  },
  into: {
    'contact-moment': 'contactmoment',
    pledge: 'toezegging',
    action: 'actie',
    fact: 'feit',
    question: 'vraag',
    risk: 'risico',
    decision: 'besluit',
    other: 'iets anders',
  },
  level: { programme: 'programma', participants: 'deelnemers', public: 'openbaar' },
  moment: { baseline: 'nulmeting', interim: 'tussenmeting', end: 'eindmeting', after: 'nameting' },
  outcome: {
    succeeded: 'gelukt',
    partly: 'deels gelukt',
    'did-not-succeed': 'niet gelukt',
    approved: 'goedgekeurd',
    'approved-with-changes': 'goedgekeurd met wijzigingen',
    rejected: 'afgewezen',
    continued: 'gaat door',
    'continued-otherwise': 'gaat anders door',
    'not-continued': 'gaat niet door',
    adopted: 'overgenomen',
    'adopted-with-changes': 'overgenomen met wijzigingen',
    noted: 'voor kennisgeving aangenomen',
    held: 'beklijfd',
    'partly-relapsed': 'deels teruggevallen',
    relapsed: 'teruggevallen',
  },
  phase: { plan: 'plannen', do: 'doen', check: 'nagaan', act: 'bijstellen' },
  severity: { low: 'laag', medium: 'midden', high: 'hoog' },
  side: { organisation: 'organisatie', resident: 'inwoner', partner: 'partner' },
  sort: {
    homework: 'huiswerk',
    practice: 'oefenen in de praktijk',
    reading: 'leeswerk',
    case: 'casus',
    host: 'gastheerschap',
    hours: 'uren',
    room: 'ruimte',
    money: 'geld',
    insight: 'inzicht',
    lesson: 'les',
    question: 'vraag',
    unit: 'onderdeel',
    cluster: 'cluster',
    department: 'afdeling',
    level: 'niveau',
    team: 'team',
    risk: 'risico',
    signal: 'signaal',
    'theme-team': 'themateam',
    improvement: 'verbetergroep',
    interest: 'speciale interessegroep',
    'cross-section': 'afspiegelingsgroep',
    'action-learning': 'action-learning-groep',
    learning: 'leergroep',
    other: 'iets anders',
  },
  source: { subsidy: 'subsidie', contribution: 'bijdrage', own: 'eigen middelen', other: 'een andere bron' },
  strength: { interest: 'belangstelling', application: 'aanmelding' },
  vote: { 'in-favour': 'voor', against: 'tegen', abstained: 'onthouden' },
};

/** What a code in a field of an item's facts is called; undefined for one that is not one of a closed list. */
export function itemCode(field: string, code: string): Sentence | undefined {
  const nl = dutch[field]?.[code];
  return nl === undefined ? undefined : say(nl, readable(code));
}

/** A code or key as it is read: hyphens are spaces. */
export function codeOrKey(field: string, code: string): Sentence {
  return itemCode(field, code) ?? codeWords[code] ?? say(readable(code), readable(code));
}

function readable(code: string): string {
  return code.replaceAll('-', ' ');
}
