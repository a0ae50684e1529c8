import { foldWhole } from '#views/engine/fold';
import type { ViewDefinition } from '#views/engine/view-definition';
import { idOf, loggedOf, type Told } from './events.ts';

/** The programme of the events that a test of rows writes down. */
export const programme = idOf('programme');

let count = 0;

/** An event on that day, with these subjects beside the programme. */
export function on(day: string, content: object, ...subjects: string[]): Told {
  count += 1;
  const told: object = {
    id: idOf(`row ${count}`),
    stream: 'any',
    at: `${day}T10:00:00.000Z`,
    occurredOn: { precision: 'day', value: day },
    subjects: [`programme:${programme}`, ...subjects],
    ...content,
  };
  return told as Told;
}

/** The programme is set up: for a year, from March. */
export const setUp = on('2025-02-01', {
  type: 'programme.set-up.v1',
  data: {
    programme,
    name: 'Noord',
    client: idOf('client'),
    opensOn: '2025-02-01',
    from: '2025-03-01',
    until: '2026-02-28',
  },
});

/** The row that these events, in this order, give. Throws when they give none. */
export function rowOf<Row>(view: ViewDefinition<Row>, key: string | undefined, events: readonly Told[]): Row {
  const row = foldWhole(
    view as ViewDefinition,
    events.map((event, i) => loggedOf(event, { revision: i, position: BigInt(i) })),
  ).get(key ?? '');
  if (!row) throw new Error('There is no such row');
  return row as Row;
}
