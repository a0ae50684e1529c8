import { randomUUID } from 'node:crypto';
import type { Warning } from '#domain/kernel/decision';
import type { Content, New } from '#domain/kernel/event';
import { subject } from '#domain/kernel/subject';
import type { AnyEvent } from '#domain/registry';
import { registry } from '#domain/registry';
import { digest } from '../contract/canonical.ts';
import { holdsClearText } from '../contract/clear-text.ts';
import { checkedDraft, type Draft, type LoggedEvent, logged } from '../contract/codec.ts';
import type { CommandMeta, Envelope } from '../contract/envelope.ts';
import { UnknownEventType } from '../contract/errors.ts';
import { type DataKey, placeOf } from '../protection/cipher.ts';
import type { TextKeys } from '../protection/command-keys.ts';
import { sealAll } from '../protection/texts.ts';
import { release } from '../release.ts';

/** A command as the repository sees it: its name, and fields that make its digest. */
export interface NamedCommand {
  readonly type: string;
}

/** What is the same for all events of one command. */
export interface Writing {
  readonly log: string;
  readonly stream: string;
  readonly command: NamedCommand;
  readonly meta: CommandMeta;
  readonly warnings: readonly Warning[];
}

/**
 * The SHA-256 of a command without its protected text (a short text could be guessed from its hash) and without the
 * moment, which differs when the same command is sent again.
 */
export function commandDigest(command: NamedCommand): string {
  return digest(withoutText('at' in command ? { ...command, at: undefined } : command));
}

/** Whether a command has that digest. One that has no canonical form (a number with decimals) was never recorded. */
export function hasDigest(command: NamedCommand, known: string): boolean {
  try {
    return commandDigest(command) === known;
  } catch {
    return false;
  }
}

/** How many of these events hold protected text: each needs a key of its own. */
export function countTexts(events: readonly New<Content>[]): number {
  let count = 0;
  for (const event of events) if (holdsText(event)) count += 1;
  return count;
}

/**
 * The events of a decision as drafts: enveloped and sealed. Their ids are new each time: a log takes ids that it holds at
 * that place for a repeat, and answers that it is done, whatever else the events say. Only the very same drafts may be.
 */
export function draftsOf(events: readonly New<Content>[], writing: Writing, keys: TextKeys): Draft[] {
  const sent = commandDigest(writing.command);
  return events.map((event) => {
    const id = randomUUID();
    const hidden = holdsText(event) ? sealed(event, id, keys.take()) : event;
    return checkedDraft({ id, type: event.type, data: hidden.data, envelope: envelopeOf(hidden, sent, writing) });
  });
}

function holdsText({ data, corrects }: New<Content>): boolean {
  return holdsClearText(data) || (corrects !== undefined && holdsClearText(corrects));
}

/** Of an envelope, only the reason of a correction can be protected. */
function sealed(event: New<Content>, id: string, key: DataKey): New<Content> {
  const data = sealAll(event.data, key, placeOf(id, '/data'));
  const corrects = event.corrects && sealAll(event.corrects, key, placeOf(id, '/envelope/corrects'));
  return { ...event, data, ...(corrects && { corrects }) };
}

/** Drafts that the log acknowledged, as they would be read back. */
export function acknowledged(
  drafts: readonly Draft[],
  stream: string,
  last: { revision: number; position: bigint },
): LoggedEvent[] {
  return drafts.map((draft, index) =>
    logged({ type: draft.type, data: draft.data } as AnyEvent, draft.envelope, {
      id: draft.id,
      stream,
      revision: last.revision - (drafts.length - 1 - index),
      position: last.position,
    }),
  );
}

/** In canonical order and always with the same keys, so that it is checked and printed as it is. */
function envelopeOf(event: New<Content>, sent: string, { log, command, meta, warnings }: Writing): Envelope {
  const definition = registry.get(event.type);
  if (!definition) throw new UnknownEventType(event.type);
  const causation = meta.causation ?? meta.commandId;
  return {
    actor: meta.actor,
    causation,
    channel: meta.channel,
    command: { digest: sent, id: meta.commandId, type: command.type },
    corrects: event.corrects,
    correlation: meta.correlation ?? causation,
    grant: meta.grant,
    log,
    occurredOn: event.occurredOn,
    onBehalfOf: meta.onBehalfOf,
    programme: programmeIn(event.subjects),
    publication: definition.publication,
    recordedAt: meta.at,
    release,
    retention: definition.retention,
    role: meta.role,
    subjects: inOrder(event.subjects),
    v: 1,
    warnings: warnings.length > 0 ? warnings.map((warning) => warning.code) : undefined,
  };
}

/** The partition, when there is one among the subjects. */
function programmeIn(subjects: readonly string[]): string | undefined {
  return subjects.find((name) => name.startsWith(partition))?.slice(partition.length);
}

const partition = subject('programme', '');

/** Each subject once, in order: as a decision mostly gives them. */
function inOrder(subjects: readonly string[]): string[] {
  const isAscending = subjects.every((name, index) => index === 0 || (subjects[index - 1] ?? '') < name);
  return isAscending ? [...subjects] : [...new Set(subjects)].sort();
}

/** A value without what is protected in it; itself, when there is nothing of that kind. */
function withoutText(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(withoutText);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if ('$text' in value || '$sealed' in value) return null;
  let result: Record<string, unknown> | undefined;
  for (const key in value) {
    const item = value[key as keyof typeof value];
    const without = withoutText(item);
    if (without === item) continue;
    result ??= { ...value };
    result[key] = without;
  }
  return result ?? value;
}
