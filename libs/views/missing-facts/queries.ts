import { type RawBuilder, sql } from 'kysely';
import { isOf, rank, ranks } from '../lists/organisations.ts';
import { finished, pageOfSource, type Source } from '../lists/page.ts';
import { meetingView, missingOf } from '../meeting/view.ts';
import { pageInProgramme } from '../programme/queries.ts';
import { type ProgrammeRow, programmeView } from '../programme/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type ListRequest, type Page, type PageRequest } from '../query/paging.ts';
import { plain } from '../query/plain.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { OrganisationsAsked } from '../register/register.ts';
import { networkOn } from '../standing/chosen.ts';
import { standingView } from '../standing/view.ts';
import { type MissingFact, type MissingFactKind, missingFactOfMeeting, missingOfTrajectory } from './item.ts';

export interface MissingFactsFilter extends OrganisationsAsked {
  /** A part of the name of the organisation, or of the title of the meeting; accents, case and punctuation do not matter. */
  readonly search?: string | undefined;
  readonly network?: string | undefined;
  readonly trajectory?: string | undefined;
  readonly kind?: MissingFactKind | undefined;
  /** Only what has been missing for at least so many days. */
  readonly days?: number | undefined;
}

/** `since`: what has been missing for the longest time first. */
export type MissingFactsSort = 'since' | 'name' | 'kind';

export interface MissingFactsRequest extends PageRequest {
  readonly filter?: MissingFactsFilter;
  /** A hyphen before it turns the order round. By `since` when left out. */
  readonly sort?: MissingFactsSort | `-${MissingFactsSort}` | undefined;
}

/** What should be on record on a day and is not: of trajectories, their commitments, and meetings. */
export class MissingFactsQueries {
  constructor(private readonly reader: Reader) {}

  ofProgramme(programme: string, request: MissingFactsRequest, asOf: AsOf): Promise<Answer<Page<MissingFact>>> {
    const asked = { ...request, list, programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, (snapshot) => pageOf(snapshot, asked));
  }

  /** Of all programmes. */
  everywhere(request: MissingFactsRequest, asOf: AsOf): Promise<Answer<Page<MissingFact>>> {
    const asked = { ...request, list };
    return this.reader.read(asOfPage(asOf, asked), 'everything', (snapshot) => pageOf(snapshot, asked));
  }
}

const list = 'missing-facts';
type Asked = MissingFactsRequest & ListRequest & { readonly programme?: string };

/** Where a missing fact stands: the number of it in the list of a trajectory or of a meeting, from 1. */
interface FoundFact {
  readonly id: string;
  readonly subject: 'trajectory' | 'meeting';
  readonly key: string;
  readonly number: number;
}

async function pageOf(snapshot: Snapshot, asked: Asked): Promise<Page<MissingFact>> {
  const found = await pageOfSource<FoundFact>(snapshot, await sourceOf(snapshot, asked), asked);
  return finished(found, await itemsOf(snapshot, found.rows), asked, snapshot);
}

const sorts = {
  since: ['bigint', sql`missing_since - '1970-01-01'::date`],
  name: ['bigint', rank],
  kind: ['text', sql`kind`],
} as const;

async function sourceOf(snapshot: Snapshot, { programme, filter = {}, sort = 'since' }: Asked): Promise<Source> {
  const register = await snapshot.register();
  const descending = sort.startsWith('-');
  const [type, by] = sorts[(descending ? sort.slice(1) : sort) as MissingFactsSort];
  const ofOrganisations = isOf('organisation', register, filter);
  const within = sql`${snapshot.current} AND ${programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`}`;
  return {
    select: sql`
      SELECT subject || ':' || key || ':' || number AS id, subject, key, number, ${by} AS first, ${rank} AS second
      FROM (
        SELECT 'trajectory' AS subject, key, ${networkOn(snapshot.basis.validOn)} AS network, organisation, NULL AS sort_title, m.*
        FROM (SELECT * FROM ${snapshot.table(standingView)} WHERE ${within}) s CROSS JOIN LATERAL ${missing}
        UNION ALL
        SELECT 'meeting', key, network, NULL, sort_title, m.*
        FROM (SELECT * FROM ${snapshot.table(meetingView)} WHERE ${within}) s CROSS JOIN LATERAL ${missing}) facts
      ${ranks(register)}
      WHERE (${ofOrganisations} OR ${isTitled(filter)}) AND ${fits(filter, snapshot.basis.validOn)}`,
    sortedBy: [
      { column: 'first', type, descending },
      { column: 'second', type: 'bigint' },
    ],
  };
}

/** What a row says is missing, one by one. */
const missing = sql`
  unnest(missing_kinds, missing_since, missing_from, missing_until)
    WITH ORDINALITY AS m (kind, missing_since, missing_from, missing_until, number)`;

/** A meeting is of no organisation, and so of no province. */
function isTitled({ search, province }: MissingFactsFilter): RawBuilder<boolean> {
  if (search === undefined || province !== undefined) return sql`false`;
  return sql`strpos(sort_title, ${plain(search)}) > 0`;
}

function fits({ network, trajectory, kind, days }: MissingFactsFilter, validOn: string): RawBuilder<boolean> {
  const conditions = [sql`missing_from <= ${validOn}::date AND ${validOn}::date < missing_until`];
  if (network !== undefined) conditions.push(sql`network = ${network}`);
  if (trajectory !== undefined) conditions.push(sql`subject = 'trajectory' AND key = ${trajectory}`);
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (days !== undefined) conditions.push(sql`${validOn}::date - missing_since >= ${days}`);
  return sql`${sql.join(conditions, sql` AND `)}`;
}

async function itemsOf(snapshot: Snapshot, found: readonly FoundFact[]): Promise<MissingFact[]> {
  const { validOn } = snapshot.basis;
  const register = await snapshot.register();
  const keysOf = (kind: FoundFact['subject']) => [
    ...new Set(found.flatMap(({ subject, key }) => (subject === kind ? [key] : []))),
  ];
  const standings = new Map(
    (await snapshot.rowsOf(standingView, keysOf('trajectory'))).map((row) => [row.trajectory, row]),
  );
  const meetings = new Map((await snapshot.rowsOf(meetingView, keysOf('meeting'))).map((row) => [row.meeting, row]));
  const named = [...standings.values(), ...meetings.values()].map(({ programme }) => programme);
  const programmes = await snapshot.rowsOf(programmeView, [...new Set(named)]);
  const byId = new Map(programmes.map((row) => [row.programme, row]));
  const programmeOf = (id: string): Pick<ProgrammeRow, 'programme' | 'name' | 'template'> =>
    byId.get(id) ?? { programme: id, name: id, template: null };
  return found.flatMap(({ subject, key, number }) => {
    const standing = subject === 'trajectory' ? standings.get(key) : undefined;
    const missingFact = standing?.missing[number - 1];
    if (standing && missingFact) {
      const organisation = register.named(standing.organisation);
      return [
        missingOfTrajectory(missingFact, standing, {
          programme: programmeOf(standing.programme),
          validOn,
          organisation,
        }),
      ];
    }
    const meeting = subject === 'meeting' ? meetings.get(key) : undefined;
    const ofMeeting = meeting && missingOf(meeting)[number - 1];
    return ofMeeting
      ? [missingFactOfMeeting(ofMeeting, meeting, { programme: programmeOf(meeting.programme), validOn })]
      : [];
  });
}
