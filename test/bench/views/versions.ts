import { sql } from 'kysely';
import { progressView } from '#views/progress/view';
import type { Environment } from './environment.ts';

/** How many versions of its row each trajectory has, on average. */
export async function versionsPerTrajectory({ views, trajectories }: Environment): Promise<number> {
  const { data: versions } = await views.reader.read({}, 'everything', async (snapshot) => {
    const { rows } = await sql<{ versions: number }>`
      SELECT count(*) AS versions FROM ${snapshot.table(progressView)}`.execute(snapshot.tx);
    return rows[0]?.versions ?? 0;
  });
  return versions / trajectories.length;
}
