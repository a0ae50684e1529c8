import { createHash } from 'node:crypto';
import { v5 as derived } from 'uuid';
import type { Content, New } from '#domain/kernel/event';
import { subjectIds } from '#domain/kernel/subject';
import type { SealedText } from '#domain/kernel/text';
import type { AnyEvent } from '#domain/registry';
import { type Draft, type LoggedEvent, logged } from '#log/contract/codec';
import type { Channel, Role } from '#log/contract/envelope';

const namespace = '9a0ff2b6-2b43-4a4f-8d5c-5c8a3d2f7a10';
const actor = '0b7c9f34-6a4c-4f0c-9f37-1f2f0a6c5a01';

/** An id that is the same in every run of a test. */
export function idOf(name: string): string {
  return derived(name, namespace);
}

/** A text as it stands in the log; no test opens it. */
export function sealed(text: string): SealedText {
  return { $sealed: { key: idOf('key'), iv: 'aXY', data: Buffer.from(text).toString('base64url'), tag: 'dGFn' } };
}

/** An event of a course of events that a test writes down; recorded by a lead over the API unless it says otherwise. */
export type Told = New<AnyEvent & Content> & {
  readonly id: string;
  readonly stream: string;
  readonly at: string;
  readonly role?: Role;
  readonly channel?: Channel;
};

/** The event as it goes into the log of that id. */
export function draftOf(told: Told, log: string): Draft {
  const programme = subjectIds(told.subjects, 'programme')[0];
  return {
    id: told.id,
    type: told.type,
    data: told.data,
    envelope: {
      v: 1,
      log,
      ...(programme && { programme }),
      subjects: [...told.subjects],
      actor,
      role: told.role ?? 'lead',
      grant: 'test',
      command: { id: told.id, type: 'test', digest: createHash('sha256').update(told.id).digest('hex') },
      causation: told.id,
      correlation: told.id,
      recordedAt: told.at,
      release: 'test',
      channel: told.channel ?? { kind: 'api' },
      ...(told.occurredOn && { occurredOn: told.occurredOn }),
      ...(told.corrects && { corrects: told.corrects }),
      publication: 'programme',
      retention: 'years-20',
    },
  };
}

/** The event as it comes out of the log, for tests that need no log. */
export function loggedOf(told: Told, place: { revision: number; position: bigint }, log = idOf('log')): LoggedEvent {
  return logged({ type: told.type, data: told.data } as AnyEvent, draftOf(told, log).envelope, {
    id: told.id,
    stream: told.stream,
    ...place,
  });
}
