import { EventStoreDBClient } from '@eventstore/db-client';
import { temporaryFolder } from '#embedded/testing/engines';
import { Installation, type Part } from '../installation.ts';
import { drawn, type Setting, type Verdict } from '../verdict.ts';
import { Traffic } from './traffic.ts';

const WRITERS = 16;

const VICTIMS: readonly (readonly Part[])[] = [['node'], ['postgres'], ['node', 'postgres']];

/**
 * `kill -9` of the node, of PostgreSQL, or of both at once, at a random moment of the writing, again and again. After
 * each the part is started again as its supervisor does, which must succeed at once, and every writer must go on.
 */
export async function killCycles(setting: Setting, cycles: number): Promise<Verdict> {
  const { random, entry, progress } = setting;
  const folder = await temporaryFolder();
  const installation = await new Installation({
    folder: folder.path,
    ...(entry === undefined ? {} : { entry }),
  }).start();
  const client = EventStoreDBClient.connectionString(installation.node.connectionString);
  const traffic = new Traffic(client, WRITERS);
  const counts = { node: 0, postgres: 0, both: 0 };
  const began = performance.now();
  const breaches: string[] = [];
  let cycle = 0;
  try {
    for (; cycle < cycles && traffic.ledger.objections.length === 0; cycle += 1) {
      await traffic.more(drawn(random, 16, 250));
      await new Promise((resolve) => setTimeout(resolve, drawn(random, 0, 20)));
      const victims = VICTIMS[drawn(random, 0, VICTIMS.length - 1)] ?? [];
      counts[victims.length > 1 ? 'both' : (victims[0] ?? 'both')] += 1;
      await installation.kill(...victims);
      if (victims.includes('postgres')) await installation.startPostgres();
      if (victims.includes('node')) await installation.startNode();
      progress(cycle + 1, cycles);
    }
    await traffic.more(WRITERS);
  } catch (error) {
    breaches.push(`cycle ${cycle + 1}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const found = await traffic.finish();
  await client.dispose();
  await installation.stop();
  await folder.remove();
  const killed = `${counts.node} node, ${counts.postgres} PostgreSQL, ${counts.both} both`;
  return {
    scenario: 'kill -9',
    figures: {
      cycles: cycle,
      killed,
      'seconds per cycle': (seconds / Math.max(1, cycle)).toFixed(2),
      ...found.figures,
    },
    breaches: [...breaches, ...found.breaches, ...installation.surprises],
  };
}
