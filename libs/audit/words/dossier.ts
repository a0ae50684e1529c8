import type { itemEvents } from '#domain/dossier/events';
import { itemFactTypes, type KnownFactType } from '#domain/dossier/kinds/index';
import type { Sentence } from '#domain/kernel/decision';
import { additionsOf } from './dossier-fields.ts';
import { type Lang, type Speech, say } from './speech.ts';

/** More than this of what a fact says makes a sentence that nobody reads. */
const mostAdditions = 5;

type Data = Readonly<Record<string, unknown>>;

/**
 * "Risico of signaal gemeld (Assen): Verkiezingen op komst; ernst hoog." What the fact calls the item, or else what the
 * item is called. Never an id, never protected text.
 */
function sentenceOf(type: KnownFactType, data: Data, speech: Speech): Sentence {
  const title = [data['title'], data['name'], speech.item].find((text) => typeof text === 'string');
  const { whose } = speech;
  const said = additionsOf({ type, data, speech }).filter(({ nl }) => nl !== whose && nl !== title);
  const tell = (lang: Lang) => {
    const details = said.slice(0, mostAdditions).map((addition) => addition[lang]);
    const about = [title, details.join(', ')].filter((part) => part).join('; ');
    const words = `${type.words[lang]}${whose === undefined ? '' : ` (${whose})`}${about && `: ${about}`}`;
    return /[.?!]$/.test(words) ? words : `${words}.`;
  };
  return say(tell('nl'), tell('en'));
}

function retracted({ item }: Speech): Sentence {
  return item === undefined
    ? say('Een feit over een stuk in het dossier is ingetrokken.', 'A fact about an item of the dossier was retracted.')
    : say(`Een feit over „${item}” is ingetrokken.`, `A fact about “${item}” was retracted.`);
}

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
  ['item.fact-retracted.v1', (_, speech) => retracted(speech)],
]) as { readonly [T in keyof typeof itemEvents]: Say };
