import { Stories } from '#audit/stories';
import type { StoryLine } from '#audit/story/line';
import type { Opener } from '#audit/story/texts';
import { subject } from '#domain/kernel/subject';
import type { EventType } from '#domain/registry';
import { addByDay } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import type { Language } from '../http/messages.ts';

/**
 * What a participant reads of the own trajectory. Not what the lead thinks or does about it: judgements, contact, support,
 * pressure and doubt, places that are held. A type that is not here is not told.
 */
const told: ReadonlySet<string> = new Set<EventType>([
  'trajectory.interest-shown.v1',
  'trajectory.applied.v1',
  'trajectory.intake-planned.v1',
  'trajectory.intake-moved.v1',
  'trajectory.intake-held.v1',
  'trajectory.started.v1',
  'trajectory.paused.v1',
  'trajectory.resumed.v1',
  'trajectory.completed.v1',
  'trajectory.after-measured.v1',
  'trajectory.closed.v1',
  'trajectory.withdrawn.v1',
  'trajectory.stopped.v1',
  'trajectory.passed-on.v1',
  'trajectory.question-brought-in.v1',
  'trajectory.question-sharpened.v1',
  'trajectory.local-change-brought-in.v1',
  'trajectory.commitment-asked.v1',
  'trajectory.commitment-due-moved.v1',
  'trajectory.commitment-put-on-agenda.v1',
  'trajectory.commitment-given.v1',
  'trajectory.commitment-confirmed.v1',
  'trajectory.commitment-refused.v1',
  'trajectory.commitment-withdrawn.v1',
  'trajectory.commitment-ended.v1',
  'network.place-given.v1',
  'network.put-on-waiting-list.v1',
  'network.reservation-lifted.v1',
  'network.rejected.v1',
  'network.referred.v1',
  'meeting.attendance-recorded.v2',
  'pledge.asked.v1',
  'pledge.made.v1',
  'pledge.partly-kept.v1',
  'pledge.kept.v1',
  'pledge.postponed.v1',
  'pledge.taken-over.v1',
  'pledge.withdrawn.v1',
]);

/** Told of items, and of no concern to who may see the item. */
const ofTheFile = /^item\./;

export interface OwnLine {
  readonly event: string;
  /** The day by which it is ordered; where only the month is known, it is one of its days. */
  readonly on: string;
  readonly precision: 'day' | 'month';
  readonly words: string;
}

interface Asked {
  readonly trajectory: string;
  /** The items whose facts may be told: own polls and actions, and what the lead lets participants see. */
  readonly items: ReadonlySet<string>;
  readonly language: Language;
  readonly ordinal: number;
}

interface From {
  readonly views: ConstructorParameters<typeof Stories>[0];
  readonly vault: Opener;
}

/** The story of a trajectory for who takes part in it, the latest first: words alone, as they stand after every correction. */
export async function ownStory(
  { views, vault }: From,
  { trajectory, items, language, ordinal }: Asked,
): Promise<OwnLine[]> {
  const stories = new Stories(views, vault);
  const lines: StoryLine[] = [];
  let cursor: string | undefined;
  do {
    const request = { limit: 500, cursor };
    const reader = { lang: language, role: 'participant' as const };
    const asOf = cursor === undefined ? { knownAt: { ordinal } } : {};
    const { data } = await stories.story(subject('trajectory', trajectory), request, asOf, reader);
    lines.push(...data.items);
    cursor = data.next;
  } while (cursor !== undefined);
  return inLogOrder(lines)
    .filter((line) => isTold(line, items))
    .reduce<readonly OwnLine[]>((known, line) => addByDay(known, lineOf(line, known)), [])
    .toReversed();
}

/** By when it was recorded: a correction stands in the place of its fact. */
function inLogOrder(lines: readonly StoryLine[]): StoryLine[] {
  const ordinals = new Map(lines.map(({ eventId, ordinal }) => [eventId, ordinal]));
  const placeOf = ({ corrects, ordinal }: StoryLine) => ordinals.get(corrects ?? '') ?? ordinal;
  return lines.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function isTold({ type, stream, correctedBy, retractedBy }: StoryLine, items: ReadonlySet<string>): boolean {
  if (correctedBy !== undefined || retractedBy !== undefined) return false;
  const item = /^item-(.+)$/.exec(stream)?.[1];
  return item === undefined ? told.has(type) : items.has(item) && !ofTheFile.test(type);
}

/** What has no day of its own (a decision) is of the day on which it was taken. */
function lineOf(line: StoryLine, known: readonly OwnLine[]): OwnLine {
  const precision = line.occurredOn?.precision === 'month' ? 'month' : 'day';
  return { event: line.eventId, on: dayOfFact(line, known), precision, words: line.words };
}
