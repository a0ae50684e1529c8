import { itemEvents } from './dossier/events.ts';
import { groupEvents } from './group/events.ts';
import { importEvents } from './import/events.ts';
import type { EventDefinition, EventIn } from './kernel/definition.ts';
import { logEvents } from './log/events.ts';
import { meetingEvents } from './meeting/events.ts';
import { formerMeetingEvents } from './meeting/former-events.ts';
import { networkEvents } from './network/events.ts';
import { pledgeEvents } from './pledge/events.ts';
import { programmeEvents } from './programme/events.ts';
import { formerProgrammeEvents } from './programme/former-events.ts';
import { registerEvents } from './register/events.ts';
import { trajectoryEvents } from './trajectory/events.ts';

/** Every event type that this release writes. A released type never changes: a new shape is a new version. */
const types = {
  ...logEvents,
  ...registerEvents,
  ...programmeEvents,
  ...networkEvents,
  ...trajectoryEvents,
  ...meetingEvents,
  ...groupEvents,
  ...pledgeEvents,
  ...importEvents,
  ...itemEvents,
} as const;

export type EventType = keyof typeof types;

/** Any event of the product, discriminated by its type. */
export type AnyEvent = EventIn<typeof types>;

/** The registry as a map; its keys are the only type strings that the codec lets into the log. */
export const registry: ReadonlyMap<string, EventDefinition> = new Map(Object.entries(types));

/** Earlier versions, which the codec lets out of the log, lifted to the newest. */
export const formerTypes: ReadonlyMap<string, EventDefinition> = new Map(
  Object.entries({ ...formerMeetingEvents, ...formerProgrammeEvents }),
);
