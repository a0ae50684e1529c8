import type { Warning } from '#domain/kernel/decision';
import type { Content, New } from '#domain/kernel/event';
import { subjectIds } from '#domain/kernel/subject';
import type { AnyEvent } from '#domain/registry';
import { registry } from '#domain/registry';
import { digest } from '../contract/canonical.ts';
import { checkedDraft, type Draft, type LoggedEvent, logged } from '../contract/codec.ts';
import type { CommandMeta, Envelope } from '../contract/envelope.ts';
import { UnknownEventType } from '../contract/errors.ts';
import type { Sealer } from '../protection/command-keys.ts';
import { release } from '../release.ts';
import { eventId } from './event-id.ts';

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
  const { at: _, ...content } = { at: undefined, ...command };
  return digest(withoutText(content));
}

/** Whether a command has that digest. One that has no canonical form (a number with decimals) was never recorded. */
export function hasDigest(command: NamedCommand, known: string): boolean {
  try {
    return commandDigest(command) === known;
  } catch {
    return false;
  }
}

/** The events of a decision as drafts: enveloped and sealed. An event's id follows from its command, so a repeat has the same. */
export async function draftsOf(events: readonly New<Content>[], writing: Writing, sealer: Sealer): Promise<Draft[]> {
  const { actor, commandId } = writing.meta;
  const sent = commandDigest(writing.command);
  return Promise.all(
    events.map(async (event, index) => {
      const id = eventId(writing.stream, actor, commandId, index);
      const around = envelopeOf(event, sent, writing);
      const sealed = await sealer.seal({ data: event.data, envelope: around }, id, '');
      return checkedDraft({ id, type: event.type, ...sealed });
    }),
  );
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

function envelopeOf(event: New<Content>, sent: string, { log, command, meta, warnings }: Writing): Envelope {
  const definition = registry.get(event.type);
  if (!definition) throw new UnknownEventType(event.type);
  const programme = subjectIds(event.subjects, 'programme')[0];
  return {
    v: 1,
    log,
    ...(programme && { programme }),
    subjects: [...new Set(event.subjects)].sort(),
    actor: meta.actor,
    role: meta.role,
    ...(meta.onBehalfOf && { onBehalfOf: meta.onBehalfOf }),
    grant: meta.grant,
    command: { id: meta.commandId, type: command.type, digest: sent },
    causation: meta.causation ?? meta.commandId,
    correlation: meta.correlation ?? meta.causation ?? meta.commandId,
    recordedAt: meta.at,
    release,
    channel: meta.channel,
    ...(event.occurredOn && { occurredOn: event.occurredOn }),
    ...(event.corrects && { corrects: event.corrects }),
    ...(warnings.length > 0 && { warnings: warnings.map((warning) => warning.code) }),
    publication: definition.publication,
    retention: definition.retention,
  };
}

function withoutText(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutText);
  if ('$text' in value || '$sealed' in value) return null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutText(item)]));
}
