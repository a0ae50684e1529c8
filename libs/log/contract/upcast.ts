import type { z } from 'zod';
import { formerMeetingEvents } from '#domain/meeting/former-events';

/**
 * Lifts the data of one released version to the next one; what it is given was checked against the version that it
 * lifts. It never changes what is stored.
 */
export interface Upcaster {
  readonly from: string;
  readonly to: string;
  lift(data: unknown): unknown;
}

type Former<T extends keyof typeof formerMeetingEvents> = z.infer<(typeof formerMeetingEvents)[T]['data']>;

/** Who sat at the table for an organisation was not asked yet. */
const attendanceWithRoles: Upcaster = {
  from: 'meeting.attendance-recorded.v1',
  to: 'meeting.attendance-recorded.v2',
  lift: (data) => {
    const { entries } = data as Former<'meeting.attendance-recorded.v1'>;
    return { entries: entries.map((entry) => ({ ...entry, roles: [] })) };
  },
};

/** Since then networks meet for more than these three. What was planned before says the same as it did. */
const plannedOfAnyKind: Upcaster = { from: 'meeting.planned.v1', to: 'meeting.planned.v2', lift: (data) => data };

/** Since then a template can say more; what it said, it still says. */
const templateThatSaysMore: Upcaster = {
  from: 'programme.template-adopted.v1',
  to: 'programme.template-adopted.v2',
  lift: (data) => data,
};

/** The upcasters of this release, by the type that they lift. */
export const upcasters: ReadonlyMap<string, Upcaster> = new Map(
  [attendanceWithRoles, plannedOfAnyKind, templateThatSaysMore].map((upcaster) => [upcaster.from, upcaster]),
);

/**
 * Lifts an event as it is stored to the newest version of its type, step by step.
 *
 * @throws Error when upcasters lead round in a circle.
 */
export function upcast(
  stored: { type: string; data: unknown },
  table: ReadonlyMap<string, Upcaster> = upcasters,
): { type: string; data: unknown } {
  let { type, data } = stored;
  for (let step = 0; step <= table.size; step++) {
    const upcaster = table.get(type);
    if (!upcaster) return { type, data };
    data = upcaster.lift(data);
    type = upcaster.to;
  }
  throw new Error(`The upcasters of ${stored.type} lead round in a circle`);
}

/**
 * The types under which events can stand in the log that are read as one of these: the types themselves, and every
 * earlier version that is lifted to one of them. For whoever looks in the log or in its index by type.
 */
export function storedTypes(
  types: readonly string[],
  table: ReadonlyMap<string, Upcaster> = upcasters,
): readonly string[] {
  const stored = new Set(types);
  for (let size = -1; size !== stored.size; ) {
    size = stored.size;
    for (const { from, to } of table.values()) if (stored.has(to)) stored.add(from);
  }
  return [...stored];
}
