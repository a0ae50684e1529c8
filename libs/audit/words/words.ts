import type { Sentence } from '#domain/kernel/decision';
import { subjectIds } from '#domain/kernel/subject';
import type { AnyEvent, EventType } from '#domain/registry';
import { commitmentWords } from './commitment.ts';
import { itemWords } from './dossier.ts';
import { meetingWords } from './meeting.ts';
import { networkWords } from './network.ts';
import { groupWords, importWords, logWords, programmeWords, registerWords } from './others.ts';
import { pledgeWords } from './pledge.ts';
import { type Lang, type Names, type Speech } from './speech.ts';
import { trajectoryWords } from './trajectory.ts';

type Data<T extends EventType> = Extract<AnyEvent, { type: T }>['data'];

/** One line for every type of event that can stand in the log. They hold no protected text. */
export const allWords: { readonly [T in EventType]: (data: Data<T>, speech: Speech) => Sentence } = {
  ...logWords,
  ...registerWords,
  ...programmeWords,
  ...networkWords,
  ...trajectoryWords,
  ...commitmentWords,
  ...meetingWords,
  ...groupWords,
  ...pledgeWords,
  ...importWords,
  ...itemWords,
};

/** What is needed of an event to say it. */
export type Sayable = AnyEvent & { readonly subjects: readonly string[]; readonly corrects?: { kind: string } };

/** How an event is said. */
export interface Wording {
  readonly names: Names;
  readonly lang: Lang;
  /** Whose story is told; what an event says of many, it then also says of this one. */
  readonly subject?: string;
}

/**
 * An event in words. `retracted` is the fact that a retraction takes back, as it stood; a correction says the fact as it
 * should have been, and that it is a correction.
 */
export function inWords(event: Sayable, wording: Wording, retracted?: Sayable): string {
  const { lang } = wording;
  const speech = speechOf(event.subjects, wording);
  const words = sentence(event, speech)[lang];
  if (event.corrects?.kind === 'correction')
    return `${lang === 'nl' ? 'Correctie' : 'Correction'}: ${afterColon(words, speech)}`;
  if (event.corrects?.kind !== 'retraction' || !retracted) return words;
  const before = sentence(retracted, speech)[lang];
  return `${lang === 'nl' ? 'Ingetrokken' : 'Retracted'}: ${afterColon(before, speech)}`;
}

function sentence(event: Sayable, speech: Speech): Sentence {
  const say = allWords[event.type] as (data: AnyEvent['data'], speech: Speech) => Sentence;
  return say(event.data, speech);
}

/**
 * Whom and what an event is about. Subjects stand in the log in alphabetical order: of an event that names several
 * trajectories (a proposal, attendance) the words take them from its data.
 */
function speechOf(subjects: readonly string[], { names, subject }: Wording): Speech {
  const first = (kind: 'trajectory' | 'network' | 'meeting' | 'group' | 'pledge' | 'item') =>
    subjectIds(subjects, kind)[0] ?? '';
  return {
    names,
    who: names.trajectory(first('trajectory')) ?? '…',
    network: names.network(first('network')) ?? '…',
    meeting: names.meeting(first('meeting')) ?? '…',
    group: names.group(first('group')) ?? '…',
    pledger: names.pledge(first('pledge')) ?? '…',
    item: names.item(first('item')),
    whose: whoseOf(subjects, names),
    storyOf: subject === undefined ? undefined : subjectIds([subject], 'trajectory')[0],
  };
}

function whoseOf(subjects: readonly string[], names: Names): string | undefined {
  const trajectories = subjectIds(subjects, 'trajectory');
  const organisations = subjectIds(subjects, 'organisation');
  const [only, another] = trajectories.length > 0 ? trajectories : organisations;
  if (only === undefined || another !== undefined) return undefined;
  return trajectories.length > 0 ? names.trajectory(only) : names.organisation(only);
}

/** Names keep their capital, also "De Wolden"; only the words that open our own sentences lose theirs. */
function afterColon(words: string, { who, network }: Speech): string {
  const begins = [who, network].some((name) => words.startsWith(name));
  return begins ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
