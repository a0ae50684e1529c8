import type { itemEvents } from '#domain/dossier/events';
import { itemFactTypes, type KnownFactType } from '#domain/dossier/kinds/index';
import { isDay } from '#domain/kernel/days';
import type { Sentence } from '#domain/kernel/decision';
import { roleWords } from './roles.ts';
import { dayWords, minutesWords, type Speech, say } from './speech.ts';

/** What a field of a fact adds to its sentence; a field that is not here adds nothing. */
const additions: Readonly<Record<string, (value: unknown, speech: Speech) => Sentence | undefined>> = {
  region: plainWords,
  line: keyWords,
  stage: keyWords,
  severity: keyWords,
  outcome: keyWords,
  phase: keyWords,
  sort: keyWords,
  level: keyWords,
  moment: keyWords,
  advice: keyWords,
  into: keyWords,
  role: (value) => (typeof value === 'string' ? roleWords(value) : undefined),
  organisation: (value, { names }) => plainWords(typeof value === 'string' ? names.organisation(value) : undefined),
  where: plainWords,
  goal: plainWords,
  version: (value) => numbered('versie', 'version', value),
  round: (value) => numbered('ronde', 'round', value),
  amount: (value) => (typeof value === 'number' ? say(`${value}`, `${value}`) : undefined),
  minutes: (value) => (typeof value === 'number' ? minutesWords(value) : undefined),
  due: (value) => dated('uiterlijk', 'due by', value),
  to: (value) => dated('naar', 'to', value) ?? plainWords(value),
  date: (value) => dated('op', 'on', value),
  until: (value) => dated('tot en met', 'until', value),
};

function plainWords(value: unknown): Sentence | undefined {
  return typeof value === 'string' ? say(value, value) : undefined;
}

/** A key as it is read: hyphens are spaces. */
function keyWords(value: unknown): Sentence | undefined {
  return typeof value === 'string' ? plainWords(value.replaceAll('-', ' ')) : undefined;
}

function numbered(nl: string, en: string, value: unknown): Sentence | undefined {
  return typeof value === 'number' ? say(`${nl} ${value}`, `${en} ${value}`) : undefined;
}

function dated(nl: string, en: string, value: unknown): Sentence | undefined {
  if (typeof value !== 'string' || !isDay(value)) return undefined;
  return say(`${nl} ${dayWords(value, 'nl')}`, `${en} ${dayWords(value, 'en')}`);
}

/** "Risico of signaal gemeld van Assen: Verkiezingen op komst (high)." Never an id, never protected text. */
function sentenceOf({ words }: KnownFactType, data: Data, speech: Speech): Sentence {
  const about = plainWords(data['title'] ?? data['name']);
  const more = Object.entries(additions).flatMap(([field, add]) => add(data[field], speech) ?? []);
  const whose = speech.who === '…' ? say('', '') : say(` (${speech.who})`, ` (${speech.who})`);
  const tell = (lang: 'nl' | 'en') => {
    const details = more.map((addition) => addition[lang]).join(', ');
    const tail = about && details ? `${about[lang]}; ${details}` : (about?.[lang] ?? details);
    return `${words[lang]}${whose[lang]}${tail ? `: ${tail}` : ''}.`;
  };
  return say(tell('nl'), tell('en'));
}

type Data = Readonly<Record<string, unknown>>;

const retracted = say(
  'Een feit over een stuk in het dossier is ingetrokken.',
  'A fact about an item of the dossier was retracted.',
);

type Say = (data: Data, speech: Speech) => Sentence;

/**
 * One line for every type of fact of every kind of item, made of what the kinds say of themselves. The compiler cannot
 * follow that the kinds hold exactly the types of the registry; a test holds them together.
 */
export const itemWords = Object.fromEntries<Say>([
  ...[...itemFactTypes].map(([type, known]): [string, Say] => [
    type,
    (data, speech) => sentenceOf(known, data, speech),
  ]),
  ['item.fact-retracted.v1', () => retracted],
]) as { readonly [T in keyof typeof itemEvents]: Say };
