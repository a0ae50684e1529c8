import { sql } from 'kysely';
import { rankIn } from '../lists/organisations.ts';
import { compare } from '../query/plain.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation } from '../register/register.ts';
import { questionView } from './view.ts';

/** Another trajectory that has a question in the same category, or with a tag in common. */
export interface Alike {
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: NamedOrganisation;
  readonly questions: readonly string[];
  readonly sameCategory: boolean;
  /** The tags that are on both sides. */
  readonly tags: readonly string[];
}

/** What of a question says whether it is like another one. */
export interface Likeness {
  readonly trajectory: string;
  readonly programme: string;
  readonly category: string;
  readonly tags: readonly string[];
}

interface Other extends Likeness {
  readonly question: string;
  readonly organisation: string;
}

/** Of how many other trajectories of its programme each of these questions has the category, or one of the tags. */
export async function countsAlike(
  snapshot: Snapshot,
  questions: readonly Likeness[],
): Promise<{ category: number; tags: number }[]> {
  const programmes = [...new Set(questions.map(({ programme }) => programme))];
  const all = await questionsOf(snapshot, sql`programme = ANY(${programmes}::uuid[])`);
  return questions.map((one) => {
    const others = all.filter(
      ({ programme, trajectory }) => programme === one.programme && trajectory !== one.trajectory,
    );
    return {
      category: trajectoriesIn(others.filter(({ category }) => category === one.category)),
      tags: trajectoriesIn(others.filter((other) => shared(one, other).length > 0)),
    };
  });
}

function trajectoriesIn(questions: readonly Likeness[]): number {
  return new Set(questions.map(({ trajectory }) => trajectory)).size;
}

/** Who else has it: in that programme, or in all. Those with tags in common come first, then by name. */
export async function alikeOf(snapshot: Snapshot, question: Likeness, programme: string | undefined): Promise<Alike[]> {
  const within = programme === undefined ? sql<boolean>`true` : sql<boolean>`programme = ${programme}::uuid`;
  const { category, tags, trajectory } = question;
  const like = sql<boolean>`trajectory <> ${trajectory}
    AND (category = ${category} OR string_to_array(tags, ' ') && ${[...tags]}::text[])`;
  const others = await questionsOf(snapshot, within, like);
  const trajectories = [...new Set(others.map((other) => other.trajectory))];
  const register = await snapshot.register();
  return trajectories
    .map((one) => others.filter((other) => other.trajectory === one))
    .map((questions) => togetherAlike(question, questions))
    .map(({ organisation, ...alike }) => ({ ...alike, organisation: register.named(organisation) }))
    .sort(
      (a, b) =>
        b.tags.length - a.tags.length ||
        rankIn(register, a.organisation.id) - rankIn(register, b.organisation.id) ||
        compare(a.trajectory, b.trajectory),
    );
}

/** What the questions of one other trajectory have in common with this one. */
function togetherAlike(question: Likeness, others: readonly Other[]) {
  const [first] = others;
  return {
    trajectory: first?.trajectory ?? '',
    programme: first?.programme ?? '',
    organisation: first?.organisation ?? '',
    questions: others.map((other) => other.question).sort(),
    sameCategory: others.some(({ category }) => category === question.category),
    tags: [...new Set(others.flatMap((other) => shared(question, other)))].sort(),
  };
}

function shared(one: Likeness, other: Likeness): string[] {
  return one.tags.filter((tag) => other.tags.includes(tag));
}

/** Questions as they were put on the day of the answer. */
async function questionsOf(
  snapshot: Snapshot,
  within: ReturnType<typeof sql<boolean>>,
  like = sql<boolean>`true`,
): Promise<Other[]> {
  const { rows } = await sql<Omit<Other, 'tags'> & { tags: string }>`
    SELECT question, trajectory, programme, organisation, category, tags
    FROM (
      SELECT key AS question, trajectory, programme, organisation, categories[at] AS category, tags[at] AS tags
      FROM (
        SELECT *, width_bucket(${snapshot.basis.validOn}::date, days) AS at FROM ${snapshot.table(questionView)}
        WHERE ${snapshot.current} AND ${within}) versions
      WHERE at > 0) questions
    WHERE ${like}`.execute(snapshot.tx);
  return rows.map(({ tags, ...other }) => ({ ...other, tags: tags === '' ? [] : tags.split(' ') }));
}
