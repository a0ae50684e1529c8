import { type RawBuilder, sql } from 'kysely';
import type { Sentence } from '#domain/kernel/decision';
import { labelOf } from '#domain/progress/reasons';
import { isOf, rank, ranks } from '../lists/organisations.ts';
import { type Found, finished, pageOfSource, type Source } from '../lists/page.ts';
import { pageInProgramme, withTemplate } from '../programme/queries.ts';
import { programmeView } from '../programme/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type ListRequest, type Page, type PageRequest } from '../query/paging.ts';
import { plain } from '../query/plain.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation, OrganisationsAsked } from '../register/register.ts';
import { type Alike, alikeOf, countsAlike } from './alike.ts';
import { lineageOf, type SameQuestion } from './lineage.ts';
import { saidOn } from './said.ts';
import { type QuestionRow, questionView } from './view.ts';

export interface QuestionFilter extends OrganisationsAsked {
  readonly trajectory?: string | undefined;
  readonly category?: string | undefined;
  /** A part of one of its tags. */
  readonly tag?: string | undefined;
}

export type QuestionSort = 'name' | 'since' | 'category';

export interface QuestionRequest extends PageRequest {
  readonly filter?: QuestionFilter;
  /** A hyphen before it turns the order round. By name when left out. What is equal goes by name, then by id. */
  readonly sort?: QuestionSort | `-${QuestionSort}` | undefined;
}

/** A question as it was put on the day that is asked. Its text is in the event. */
export interface QuestionItem {
  readonly question: string;
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: NamedOrganisation;
  readonly category: string;
  /** What the template calls the category. */
  readonly categoryLabel: Sentence;
  readonly tags: readonly string[];
  /** The day on which it was brought in. */
  readonly since: string;
  readonly event: string;
  /** How many other trajectories of the programme have a question in this category, or with a tag in common. */
  readonly alike: { readonly category: number; readonly tags: number };
}

/** A question, and who else has it. */
export interface QuestionDetail {
  readonly question: QuestionItem;
  /** How it was put before, and since when it is put as it is. */
  readonly said: QuestionRow['said'];
  /** The other trajectories, those with tags in common first. */
  readonly alike: readonly Alike[];
  /** The questions of others that people recognised as this one. */
  readonly sameAs: readonly SameQuestion[];
}

/** What trajectories brought in, and who else has the same question. */
export class QuestionQueries {
  constructor(private readonly reader: Reader) {}

  /** The questions of a programme that were brought in by the day that is asked. */
  ofProgramme(programme: string, request: QuestionRequest, asOf: AsOf): Promise<Answer<Page<QuestionItem>>> {
    const asked = { ...request, list, programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, (snapshot) => pageOf(snapshot, asked));
  }

  /** Those of all programmes. */
  everywhere(request: QuestionRequest, asOf: AsOf): Promise<Answer<Page<QuestionItem>>> {
    const asked = { ...request, list };
    return this.reader.read(asOfPage(asOf, asked), 'everything', (snapshot) => pageOf(snapshot, asked));
  }

  /**
   * One question and who else has it, within its programme or, when asked, in all programmes. Undefined when there was
   * none of that id, or when it was not brought in by the day that is asked. It waits for every programme: what people
   * recognised as the same may be of another.
   */
  async get(id: string, asOf: AsOf, everywhere = false): Promise<Answer<QuestionDetail | undefined>> {
    const answer = await this.reader.read(asOf, 'everything', async (snapshot) => {
      const row = await snapshot.row(questionView, id);
      const [item] = await itemsOf(snapshot, row ? [row] : []);
      if (!row || !item) return undefined;
      const within = everywhere ? undefined : row.programme;
      const [alike, sameAs] = [await alikeOf(snapshot, item, within), await lineageOf(snapshot, id, within)];
      const said = row.said.filter(({ on }) => on <= snapshot.basis.validOn);
      return {
        detail: { question: item, said, alike, sameAs },
        programme: await snapshot.row(programmeView, row.programme),
      };
    });
    return withTemplate({ basis: answer.basis, data: answer.data?.detail }, answer.data?.programme);
  }
}

const list = 'questions';
type Asked = QuestionRequest & ListRequest & { readonly programme?: string };

async function pageOf(snapshot: Snapshot, asked: Asked): Promise<Page<QuestionItem>> {
  const found = await pageOfSource<Found>(snapshot, await sourceOf(snapshot, asked), asked);
  const ids = found.rows.map(({ id }) => id);
  const rows = new Map((await snapshot.rowsOf(questionView, ids)).map((row) => [row.question, row]));
  const items = await itemsOf(
    snapshot,
    ids.flatMap((id) => rows.get(id) ?? []),
  );
  return finished(found, items, asked, snapshot);
}

const sorts = {
  name: ['bigint', rank],
  since: ['bigint', sql`days[1] - '1970-01-01'::date`],
  category: ['text', sql`category`],
} as const;

async function sourceOf(snapshot: Snapshot, { programme, filter = {}, sort = 'name' }: Asked): Promise<Source> {
  const register = await snapshot.register();
  const descending = sort.startsWith('-');
  const [type, by] = sorts[(descending ? sort.slice(1) : sort) as QuestionSort];
  return {
    select: sql`
      SELECT key AS id, ${by} AS first, ${rank} AS second
      FROM (
        SELECT key, trajectory, organisation, days, categories[at] AS category, tags[at] AS tags
        FROM (
          SELECT *, width_bucket(${snapshot.basis.validOn}::date, days) AS at FROM ${snapshot.table(questionView)}
          WHERE ${snapshot.current}
            AND ${programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`}
            AND ${isOf('organisation', register, filter)}) versions
        WHERE at > 0) questions
      ${ranks(register)}
      WHERE ${fits(filter)}`,
    sortedBy: [
      { column: 'first', type, descending },
      { column: 'second', type: 'bigint' },
    ],
  };
}

function fits({ trajectory, category, tag }: QuestionFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (trajectory !== undefined) conditions.push(sql`trajectory = ${trajectory}`);
  if (category !== undefined) conditions.push(sql`category = ${category}`);
  // Tags are keys with a space between them, so a part of one is never a part of two.
  if (tag !== undefined) conditions.push(sql`strpos(tags, ${tagged(tag)}) > 0`);
  return sql`${sql.join(conditions, sql` AND `)}`;
}

/** A part of a tag as people type it: tags are in small letters, with hyphens. */
export function tagged(text: string): string {
  return plain(text).replaceAll(' ', '-');
}

/** The rows as they were put on the day of the answer; what was not brought in by then is left out. */
async function itemsOf(snapshot: Snapshot, rows: readonly QuestionRow[]): Promise<QuestionItem[]> {
  const register = await snapshot.register();
  const programmes = await snapshot.rowsOf(programmeView, [...new Set(rows.map(({ programme }) => programme))]);
  const categories = new Map(programmes.map((row) => [row.programme, row.template?.categories ?? []]));
  const put = rows.flatMap((row) => {
    const said = saidOn(row.said, snapshot.basis.validOn);
    return said ? [{ row, said }] : [];
  });
  const counts = await countsAlike(
    snapshot,
    put.map(({ row, said }) => ({ ...row, ...said })),
  );
  return put.map(({ row, said: { category, tags, event } }, index) => ({
    question: row.question,
    trajectory: row.trajectory,
    programme: row.programme,
    organisation: register.named(row.organisation),
    category,
    categoryLabel: labelOf(categories.get(row.programme) ?? [], category),
    tags,
    since: row.said[0]?.on ?? '',
    event,
    alike: counts[index] ?? { category: 0, tags: 0 },
  }));
}
