import { type RawBuilder, sql } from 'kysely';
import { rank, ranks } from '../lists/organisations.ts';
import { withTemplate } from '../programme/queries.ts';
import { type ProgrammeRow, programmeView } from '../programme/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { standingsChosen, type TrajectoryFilter } from '../standing/chosen.ts';
import { type Counted, type Summary, summed, type Totals, totalsOf } from './summary.ts';

/** Which trajectories are counted. */
export type SummaryFilter = Pick<TrajectoryFilter, 'network' | 'search' | 'province'>;

/** What management looks at: how many are where, reached what, and committed to what. */
export class SummaryQueries {
  constructor(private readonly reader: Reader) {}

  /** One programme, with each of its organisations; undefined when it was not known then. */
  async ofProgramme(programme: string, filter: SummaryFilter, asOf: AsOf): Promise<Answer<Summary | undefined>> {
    const answer = await this.reader.read(asOf, { programme }, async (snapshot) => {
      const row = await snapshot.row(programmeView, programme);
      if (!row) return undefined;
      return { row, summary: await summaryOf(snapshot, { ...filter, programme }, [row]) };
    });
    return withTemplate({ basis: answer.basis, data: answer.data?.summary }, answer.data?.row);
  }

  /** All programmes together. */
  everywhere(filter: SummaryFilter, asOf: AsOf): Promise<Answer<Summary>> {
    return this.reader.read(asOf, 'everything', async (snapshot) =>
      summaryOf(snapshot, filter, await snapshot.rows(programmeView)),
    );
  }
}

/** How many trajectories of an organisation in a programme stand alike. */
type Group = Counted & { readonly programme: string; readonly organisation: string };

async function summaryOf(
  snapshot: Snapshot,
  filter: TrajectoryFilter,
  programmes: readonly ProgrammeRow[],
): Promise<Summary> {
  const register = await snapshot.register();
  const groups = await groupsOf(snapshot, await standingsChosen(snapshot, filter), ranks(register));
  const templates = new Map(programmes.map((row) => [row.programme, row.template]));
  const totals = (some: readonly Group[]): Totals => totalsOf(some, templates);
  return {
    ...totals(groups),
    organisations: summed(groups, ({ organisation }) => organisation, totals).map(({ key, ...rest }) => ({
      organisation: register.named(key),
      ...rest,
    })),
    provinces: summed(groups, ({ organisation }) => register.named(organisation).province ?? '', totals).map(
      ({ key, ...rest }) => ({ province: key === '' ? null : key, ...rest }),
    ),
    programmes: summed(groups, ({ programme }) => programme, totals).map(({ key, ...rest }) => ({
      programme: key,
      name: programmes.find(({ programme }) => programme === key)?.name ?? key,
      ...rest,
    })),
  };
}

async function groupsOf(
  snapshot: Snapshot,
  chosen: RawBuilder<unknown>,
  ranked: RawBuilder<unknown>,
): Promise<Group[]> {
  const { rows } = await sql<Group>`
    SELECT programme, organisation, mark, count(*) AS count
    FROM (${chosen}) chosen ${ranked}
    GROUP BY programme, organisation, ${rank}, mark
    ORDER BY ${rank}, organisation COLLATE "C", programme, mark COLLATE "C"`.execute(snapshot.tx);
  return rows;
}
