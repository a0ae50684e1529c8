import pg from 'pg';

/** The first value of the first row; undefined when there is none. */
export async function ask(connectionString: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  // PostgreSQL may die while it is asked; without a listener that would end the test run and not the question.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}
