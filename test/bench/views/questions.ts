import pg from 'pg';
import type { AsOf } from '#views/query/as-of';
import type { Environment } from './environment.ts';

/** What a question is about. */
export interface About {
  readonly programme: string;
  readonly trajectory: string;
}

/** Asks one question once. @throws Error when the answer is empty. */
export type Asking = (about: About) => Promise<void>;

export interface Ways {
  readonly ways: Readonly<Record<string, Asking>>;
  close(): Promise<void>;
}

/** One question: how the product answers it, and what plain SQL has to read for the same answer. */
interface Question {
  ask(about: About, asOf: AsOf): Promise<number>;
  /** With `current` for the versions that count; `$1` is what it is about. None where a whole dashboard is built from rows. */
  sql?(current: string): { readonly text: string; readonly about: keyof About };
}

const PAGE = 50;

/**
 * The list of a programme, its dashboard, and one trajectory; each now and as of halfway the last year, and, but for the
 * dashboard, in plain SQL.
 */
export async function askings(environment: Environment): Promise<Ways> {
  const { databaseUrl, filled } = environment;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const knownAt = { knownAt: { moment: filled.halfway } };
  const ordinal = (await environment.views.basis(knownAt, 'everything')).ordinal;
  const moments = {
    now: { asOf: {}, current: 'until_ordinal IS NULL' },
    'known-at': {
      asOf: knownAt,
      current: `from_ordinal <= ${ordinal} AND (until_ordinal IS NULL OR until_ordinal > ${ordinal})`,
    },
  };
  const ways: Record<string, Asking> = {};
  for (const [name, question] of Object.entries(questionsOf(environment, await tablesOf(client)))) {
    for (const [moment, { asOf, current }] of Object.entries(moments)) {
      ways[`${name}-${moment}`] = async (about) => assertSome(name, await question.ask(about, asOf));
      if (!question.sql) continue;
      const { text, about: key } = question.sql(current);
      ways[`${name}-${moment}-sql`] = async (about) => {
        const query = { name: `${name}-${moment}`, text, values: [about[key]] };
        assertSome(name, (await client.query(query)).rowCount ?? 0);
      };
    }
  }
  return { ways, close: () => client.end() };
}

function assertSome(name: string, items: number): void {
  if (items === 0) throw new Error(`The answer to ${name} is empty`);
}

/** The tables that hold the rows in use, by view. */
async function tablesOf(client: pg.Client): Promise<(view: string) => string> {
  const { rows } = await client.query<{ view: string; id: number }>(
    `SELECT view, id FROM views.generation WHERE status = 'live'`,
  );
  const ids = new Map(rows.map(({ view, id }) => [view, id]));
  return (view) => `views.row_${view.replaceAll('-', '_')}_${ids.get(view)}`;
}

function questionsOf({ views }: Environment, table: (view: string) => string): Readonly<Record<string, Question>> {
  return {
    list: {
      ask: async ({ programme }, asOf) => {
        const { data } = await views.progress.ofProgramme(programme, { limit: PAGE }, asOf);
        return data.items.length;
      },
      sql: (current) => ({
        about: 'programme',
        text: `SELECT row FROM ${table('progress')} WHERE programme = $1 AND ${current} ORDER BY key LIMIT ${PAGE}`,
      }),
    },
    dashboard: {
      ask: async ({ programme }, asOf) => {
        const { data } = await views.summaries.ofProgramme(programme, {}, asOf);
        return data?.trajectories ?? 0;
      },
    },
    detail: {
      ask: async ({ trajectory }, asOf) => ((await views.progress.trajectory(trajectory, asOf)).data ? 1 : 0),
      sql: (current) => ({
        about: 'trajectory',
        text: `SELECT row FROM ${table('progress')} WHERE key = $1 AND ${current}`,
      }),
    },
  };
}
