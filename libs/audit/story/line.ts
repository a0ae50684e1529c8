import type { OccurredOn } from '#domain/kernel/time';
import { registry } from '#domain/registry';
import type { LoggedEvent } from '#log/contract/codec';
import type { Channel, Role } from '#log/contract/envelope';
import type { NamesOf } from '../names.ts';
import type { Lang } from '../words/speech.ts';
import { inWords, type Wording } from '../words/words.ts';
import { daysLate } from './lateness.ts';
import { mayRead, type Opener, plainTexts, readableTexts, textsIn } from './texts.ts';

/** One event of a story, in words, with everything an auditor asks of it. */
export interface StoryLine {
  readonly ordinal: number;
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  /** UTC. */
  readonly recordedAt: string;
  readonly occurredOn?: OccurredOn;
  /** Days between happening and recording, when they are more than the product calls late. */
  readonly daysLate?: number;
  /** Pseudonymous. */
  readonly actor: string;
  readonly role: Role;
  /** Whom the actor acted for, where that was another. */
  readonly onBehalfOf?: string;
  /** The token or authority under which the actor acted. */
  readonly grant: string;
  readonly channel: Channel;
  /** Codes of the warnings that were given when it was recorded. */
  readonly warnings: readonly string[];
  readonly words: string;
  /** Why: of the correction, or else of the event itself. */
  readonly reason?: string;
  /** The other protected texts, by field; of a correction also the reason of the fact itself. */
  readonly texts: Readonly<Record<string, string>>;
  /**
   * The content of a fact, with the texts that the reader may read as plain strings and without the others: what a correction
   * begins with. Absent from what cannot be corrected: decisions, records and retractions.
   */
  readonly data?: unknown;
  /** The id of the fact that this corrects or retracts. */
  readonly corrects?: string;
  /**
   * The id of the last correction after this, of the fact or of a correction of it, as far as this story knows: with neither
   * of both, this is what stands.
   */
  readonly correctedBy?: string;
  readonly retractedBy?: string;
}

/** An event with its ordinal. */
export interface Told {
  readonly ordinal: number;
  readonly event: LoggedEvent;
}

export interface Telling extends Pick<Wording, 'lang' | 'subject'> {
  readonly names: NamesOf;
  readonly opener: Opener;
  /** Of the one who reads: decides whether protected text is opened. */
  readonly role: Role;
}

/** Both together, in the order of the log. */
export function inLogOrder(some: readonly Told[], others: readonly Told[]): Told[] {
  return [...some, ...others].sort((a, b) => a.ordinal - b.ordinal);
}

/**
 * A story in words. `known` are, in the order of the log, at least the events to tell, the facts that they correct and
 * every correction of any of them up to the moment asked for; `shown` are those to tell, by default all.
 */
export function tell(known: readonly Told[], telling: Telling, shown: readonly Told[] = known): Promise<StoryLine[]> {
  const corrections = known.filter(({ event }) => event.corrects);
  return Promise.all(shown.map((told) => lineOf(told, known, corrections, telling)));
}

async function lineOf(
  { ordinal, event }: Told,
  known: readonly Told[],
  corrections: readonly Told[],
  telling: Telling,
): Promise<StoryLine> {
  const opened = await openedOf(event, telling.opener, telling.role);
  const { reason, texts } = textsOf(opened, telling.lang);
  const { programme, onBehalfOf, grant } = event.envelope;
  const last = corrections.findLast((later) => later.ordinal > ordinal && rootOf(later.event) === rootOf(event))?.event;
  const late = daysLate(event);
  return {
    ordinal,
    eventId: event.id,
    type: event.type,
    stream: event.stream,
    recordedAt: event.recordedAt,
    ...(event.occurredOn && { occurredOn: event.occurredOn }),
    ...(late !== undefined && { daysLate: late }),
    actor: event.envelope.actor,
    role: event.envelope.role,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    grant,
    channel: event.envelope.channel,
    warnings: event.envelope.warnings ?? [],
    words: inWords(event, { ...telling, names: telling.names(programme) }, standingBefore(event, known)),
    ...(reason !== undefined && { reason }),
    texts,
    ...(isCorrectable(event) && { data: readableTexts(opened.data) }),
    ...(event.corrects && { corrects: event.corrects.event }),
    ...(last?.corrects && { [last.corrects.kind === 'correction' ? 'correctedBy' : 'retractedBy']: last.id }),
  };
}

/** The fact that this is, or that it corrects or retracts: every correction names the fact as it was first recorded. */
function rootOf({ id, corrects }: LoggedEvent): string {
  return corrects?.event ?? id;
}

/** The fact as it stood before this event corrected or retracted it. */
export function standingBefore(event: LoggedEvent, known: readonly Told[]): LoggedEvent | undefined {
  const root = event.corrects?.event;
  if (root === undefined) return undefined;
  const place = known.findIndex((told) => told.event.id === event.id);
  const before = place === -1 ? known : known.slice(0, place);
  return before.findLast(({ event: other }) => other.id === root || other.corrects?.event === root)?.event;
}

/** Only facts are corrected; a decision is followed by another one. */
function isCorrectable({ type, corrects }: LoggedEvent): boolean {
  return registry.get(type)?.nature === 'fact' && corrects?.kind !== 'retraction';
}

/** A correction has a reason, and the fact that it records again can have one of its own: neither hides the other. */
function textsOf(opened: Opened, lang: Lang): { reason?: string | undefined; texts: Record<string, string> } {
  const texts = textsIn(opened.data, lang);
  const { why } = textsIn({ why: opened.envelope.corrects?.reason }, lang);
  if (why !== undefined) return { reason: why, texts };
  const { reason, ...others } = texts;
  return { reason, texts: others };
}

interface Opened {
  readonly data: unknown;
  readonly envelope: { readonly corrects?: { readonly reason: unknown } | undefined };
}

/** Data and envelope are sealed under the paths of the pair, so they are opened as a pair. */
async function openedOf(event: LoggedEvent, opener: Opener, role: Role): Promise<Opened> {
  const pair = { data: event.data, envelope: event.envelope };
  return mayRead(role) ? opener.open<Opened>(pair, event.id, '') : pair;
}

/** The content of an event with its protected texts as plain words, for a reader in that role. */
export async function plainData(event: LoggedEvent, { opener, lang, role }: Telling): Promise<unknown> {
  return plainTexts((await openedOf(event, opener, role)).data, lang);
}
