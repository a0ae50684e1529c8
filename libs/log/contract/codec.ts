import type { AllStreamResolvedEvent, EventData, ResolvedEvent } from '@eventstore/db-client';
import { jsonEvent } from '@eventstore/db-client';
import { z } from 'zod';
import type { Recorded } from '#domain/kernel/event';
import type { Subject } from '#domain/kernel/subject';
import { type AnyEvent, formerTypes, registry } from '#domain/registry';
import { utf8 } from './bytes.ts';
import { inCanonicalOrder } from './canonical.ts';
import { holdsClearText } from './clear-text.ts';
import { type Envelope, envelope } from './envelope.ts';
import { envelopeText } from './envelope-text.ts';
import { ContractViolation, UnknownEventType } from './errors.ts';
import { upcast } from './upcast.ts';

/** An event as it stands in the log: sealed, checked, lifted to the newest version of its type. */
export type LoggedEvent = Recorded<AnyEvent> & {
  readonly stream: string;
  /** The place in its stream, from 0. */
  readonly revision: number;
  /** The native position in `$all`; it resumes readers and is never shown. */
  readonly position: bigint;
  readonly envelope: Envelope;
  /** The type as it stands in the log, where that is an earlier version than the one that it was lifted to. */
  readonly storedAs?: string;
};

/** An event on its way into the log: protected text is sealed. */
export interface Draft {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly envelope: Envelope;
}

/**
 * Checks a draft against the registry and the envelope, and gives what the client appends: canonical bytes.
 *
 * @throws ContractViolation when it does not fit, UnknownEventType when the registry lacks the type.
 */
export function encode(draft: Draft): EventData {
  const fit = draft instanceof FitDraft ? draft : checkedDraft(draft);
  return jsonEvent({
    id: fit.id,
    type: fit.type,
    data: inCanonicalOrder(fit.data) as Record<string, unknown>,
    metadata: utf8(envelopeText(fit.envelope)),
  });
}

/**
 * The draft as it will be read back: checked, with the defaults of its type filled in.
 *
 * @throws ContractViolation when it does not fit, UnknownEventType when the registry lacks the type.
 */
export function checkedDraft(draft: Draft): Draft {
  if (formerTypes.has(draft.type)) throw new UnknownEventType(draft.type);
  const data = checkedData(draft.type, draft.id, draft.data);
  // Nothing in an envelope has a default: one that fits is already what would be read back.
  const around = envelope.validate(draft.envelope) ? draft.envelope : checked(envelope, draft, draft.envelope);
  // Of an envelope, only the reason of a correction can be such a text.
  if (holdsClearText(data) || holdsClearText(around.corrects)) {
    throw new ContractViolation(draft.type, draft.id, 'protected text is not sealed');
  }
  return new FitDraft(draft.id, draft.type, data, around);
}

/** A draft that came out of the check: it is not checked again on its way to the log. */
class FitDraft implements Draft {
  constructor(
    readonly id: string,
    readonly type: string,
    readonly data: unknown,
    readonly envelope: Envelope,
  ) {}
}

/**
 * Checks what the log gave and lifts it to the newest version.
 *
 * @throws ContractViolation or UnknownEventType when it is not an event of this contract.
 */
export function decode(resolved: ResolvedEvent | AllStreamResolvedEvent): LoggedEvent {
  const event = resolved.event;
  if (!event) throw new Error('The log gave a link; this product writes none');
  const around = checked(envelope, event, parsedMetadata(event.metadata));
  const data = checkedData(event.type, event.id, event.data);
  const place = {
    id: event.id,
    stream: event.streamId,
    revision: Number(event.revision),
    position: event.position?.commit ?? resolved.commitPosition ?? -1n,
  };
  if (!formerTypes.has(event.type)) return logged({ type: event.type, data } as AnyEvent, around, place);
  const lifted = upcast({ type: event.type, data });
  const content = { type: lifted.type, data: checkedData(lifted.type, event.id, lifted.data) } as AnyEvent;
  return Object.assign(logged(content, around, place), { storedAs: event.type });
}

/** Content, envelope and place put together as readers see them. */
export function logged(
  content: AnyEvent,
  around: Envelope,
  place: Pick<LoggedEvent, 'id' | 'stream' | 'revision' | 'position'>,
): LoggedEvent {
  // Field by field, because spreading costs several times as much, and this is done for every event read or recorded.
  const event = {
    type: content.type,
    data: content.data,
    id: place.id,
    stream: place.stream,
    revision: place.revision,
    position: place.position,
    recordedAt: around.recordedAt,
    subjects: around.subjects as Subject[],
    envelope: around,
  } as LoggedEvent;
  if (around.occurredOn === undefined && around.corrects === undefined) return event;
  return Object.assign(
    event,
    around.occurredOn && { occurredOn: around.occurredOn },
    around.corrects && { corrects: around.corrects },
  );
}

/** The shapes of the types that came by, compiled: checking is then a fifth of the work, and gives the same answers. */
const shapes = new Map<string, z.ZodType>();

function shapeOf(type: string): z.ZodType {
  const known = shapes.get(type);
  if (known) return known;
  const definition = registry.get(type) ?? formerTypes.get(type);
  if (!definition) throw new UnknownEventType(type);
  const shape = z.compile(definition.data);
  shapes.set(type, shape);
  return shape;
}

function checkedData(type: string, id: string, data: unknown): unknown {
  return checked(shapeOf(type), { type, id }, data);
}

function checked<T>(schema: z.ZodType<T>, event: { type: string; id: string }, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new ContractViolation(event.type, event.id, result.error.message);
  return result.data;
}

function parsedMetadata(metadata: unknown): unknown {
  return metadata instanceof Uint8Array ? JSON.parse(Buffer.from(metadata).toString('utf8')) : metadata;
}
