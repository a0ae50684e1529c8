import type { AllStreamResolvedEvent, EventData, ResolvedEvent } from '@eventstore/db-client';
import { jsonEvent } from '@eventstore/db-client';
import type { EventDefinition } from '#domain/kernel/definition';
import type { Recorded } from '#domain/kernel/event';
import type { Subject } from '#domain/kernel/subject';
import { sealedText } from '#domain/kernel/text';
import { type AnyEvent, registry } from '#domain/registry';
import { canonical, inCanonicalOrder } from './canonical.ts';
import { type Envelope, envelope } from './envelope.ts';
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
  const fit = checkedBefore.has(draft) ? draft : checkedDraft(draft);
  return jsonEvent({
    id: fit.id,
    type: fit.type,
    data: inCanonicalOrder(fit.data) as Record<string, unknown>,
    metadata: new Uint8Array(Buffer.from(canonical(fit.envelope), 'utf8')),
  });
}

/**
 * The draft as it will be read back: checked, with the defaults of its type filled in.
 *
 * @throws ContractViolation when it does not fit, UnknownEventType when the registry lacks the type.
 */
export function checkedDraft(draft: Draft): Draft {
  const data = checkedData(draft.type, draft.id, draft.data);
  const around = checked(envelope, draft, draft.envelope);
  if (holdsClearText(data) || holdsClearText(around)) {
    throw new ContractViolation(draft.type, draft.id, 'protected text is not sealed');
  }
  const fit = Object.freeze({ id: draft.id, type: draft.type, data, envelope: around });
  checkedBefore.add(fit);
  return fit;
}

/** Drafts that came out of the check, and are not checked again on their way to the log. They are never changed. */
const checkedBefore = new WeakSet<Draft>();

/**
 * Checks what the log gave and lifts it to the newest version.
 *
 * @throws ContractViolation or UnknownEventType when it is not an event of this contract.
 */
export function decode(resolved: ResolvedEvent | AllStreamResolvedEvent): LoggedEvent {
  const event = resolved.event;
  if (!event) throw new Error('The log gave a link; this product writes none');
  const around = checked(envelope, event, parsedMetadata(event.metadata));
  const lifted = upcast({ type: event.type, data: event.data });
  const content = { type: lifted.type, data: checkedData(lifted.type, event.id, lifted.data) } as AnyEvent;
  return logged(content, around, {
    id: event.id,
    stream: event.streamId,
    revision: Number(event.revision),
    position: event.position?.commit ?? resolved.commitPosition ?? -1n,
  });
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

function checkedData(type: string, id: string, data: unknown): unknown {
  const definition: EventDefinition | undefined = registry.get(type);
  if (!definition) throw new UnknownEventType(type);
  return checked(definition.data, { type, id }, data);
}

function checked<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error } },
  event: { type: string; id: string },
  value: unknown,
): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new ContractViolation(event.type, event.id, result.error.message);
  return result.data;
}

function parsedMetadata(metadata: unknown): unknown {
  return metadata instanceof Uint8Array ? JSON.parse(Buffer.from(metadata).toString('utf8')) : metadata;
}

function holdsClearText(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ('$text' in value) return true;
  if ('$sealed' in value && sealedText.safeParse(value).success) return false;
  return Object.values(value).some(holdsClearText);
}
