import { afterAll, beforeAll, describe } from '@jest/globals';
import { v5 as derived } from 'uuid';
import { advance } from '#views/engine/advance';
import type { ViewDefinition } from '#views/engine/view-definition';
import type { Told } from './events.ts';
import { indexOnly } from './index-only.ts';
import { type ReadSide, startReadSide } from './read-side.ts';
import { rowOf } from './rows.ts';

/** Gives the row that these events make, in this order. Rejects when they make none. */
type RowOf = <Row>(view: ViewDefinition<Row>, key: string | undefined, events: readonly Told[]) => Promise<Row>;

/**
 * Given events, when a view is made of them, then its row is the same whoever makes it: declares the tests twice, with the
 * fold alone, and with the real log, index, engine and tables, asked as a question asks.
 *
 * @example
 * describeRows('the attendance of a trajectory', (rowOf) => {
 *   test('given a meeting that is recorded late, then it stands in the order of the days', async () => {
 *     const row = await rowOf(attendanceView, trajectory, [held, recordedLate]);
 *     expect(row.meetings).toHaveLength(2);
 *   });
 * });
 */
export function describeRows(title: string, tests: (rowOf: RowOf) => void): void {
  describe(`${title}, by the fold alone`, () => {
    tests(async (view, key, events) => rowOf(view, key, events));
  });
  describe(`${title}, in PostgreSQL`, () => {
    let side: (ReadSide & { readonly databaseUrl: string }) | undefined;
    let courses = 0;
    beforeAll(async () => {
      side = await startReadSide();
    }, 120_000);
    afterAll(() => side?.stop(), 30_000);
    tests((view, key, events) => {
      if (!side) throw new Error('The engines are not there');
      courses += 1;
      return rowInPostgres(side, new Own(`course ${courses}`), { view, key, events });
    });
  });
}

interface Asked<Row> {
  readonly view: ViewDefinition<Row>;
  readonly key: string | undefined;
  readonly events: readonly Told[];
}

async function rowInPostgres<Row>(
  side: ReadSide & { readonly databaseUrl: string },
  own: Own,
  { view, key = '', events }: Asked<Row>,
): Promise<Row> {
  const minPosition = await side.record(events.map((event) => own.of({ ...event, stream: own.of(event.id) })));
  await indexOnly(side);
  await advance(side.views, { wait: true });
  const { data } = await side.views.reader.read({ minPosition }, 'everything', (snapshot) =>
    snapshot.row(view, own.of(key)),
  );
  if (!data) throw new Error('There is no such row');
  return own.back(data);
}

const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids of its own for one course of events, so that several fit beside each other in one log. */
class Own {
  private readonly given = new Map<string, string>();

  constructor(private readonly course: string) {}

  /** The same, with every id in it replaced. */
  of<T>(value: T): T {
    return replaced(value, (id) => {
      const own = derived(`${this.course} ${id}`, derived.URL);
      this.given.set(own, id);
      return own;
    });
  }

  /** With every id in it as it was. */
  back<T>(value: T): T {
    return replaced(value, (id) => this.given.get(id) ?? id);
  }
}

function replaced<T>(value: T, id: (found: string) => string): T {
  return JSON.parse(JSON.stringify(value).replace(anyId, id)) as T;
}
