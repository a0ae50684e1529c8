import { EventStoreDBClient } from '@eventstore/db-client';
import type { Direction } from '#embedded/testing/frames';
import type { Line } from '#embedded/testing/line';
import { drawn, type Setting, type Verdict } from '../verdict.ts';
import { startLined } from './lined.ts';
import { Traffic } from './traffic.ts';

const WRITERS = 4;
/** The node's own limit, shortened: what counts is what it does then. */
const ANSWER_WITHIN_MS = 1000;

const BOTH = ['to-server', 'to-client'] as const;
const DIRECTIONS: readonly (readonly Direction[])[] = [['to-server'], ['to-client'], BOTH];

export interface HalfOpenOptions {
  /** Only the line to PostgreSQL, in both directions: between client and node the client needs ten seconds to notice. */
  readonly isShort: boolean;
}

/**
 * A line that stops passing anything on, in one direction or both, without closing: first between node and PostgreSQL,
 * where the node must notice, end its old session and go on; then between client and node, where the client must. What
 * was held up on the way arrives late, after everybody has gone on without it.
 */
export async function halfOpen(setting: Setting, options: HalfOpenOptions): Promise<Verdict> {
  const { installation, toNode, toPostgres, address, close } = await startLined(setting, {
    answerWithin: ANSWER_WITHIN_MS,
  });
  const all = [toPostgres, toNode].flatMap((line) => DIRECTIONS.map((directions) => ({ line, directions })));
  const steps = options.isShort ? [{ line: toPostgres, directions: BOTH }] : all;
  // The interval is the client's default; it warns of a shorter one.
  const client = EventStoreDBClient.connectionString(`${address}&keepAliveInterval=10000&keepAliveTimeout=500`);
  const traffic = new Traffic(client, WRITERS);
  const breaches: string[] = [];
  let longest = 0;
  for (const [index, { line, directions }] of steps.entries()) {
    const name = `${line === toNode ? 'client to node' : 'node to PostgreSQL'}, ${directions.join(' and ')}`;
    const took = await freeze(setting, traffic, line, directions).catch((error: Error) => {
      breaches.push(`${name}: ${error.message}`);
      return 0;
    });
    longest = Math.max(longest, took);
    setting.progress(index + 1, steps.length);
  }
  const found = await traffic.finish();
  await client.dispose();
  await close();
  return {
    scenario: 'half-open connection',
    figures: { frozen: steps.length, 'longest silence (s)': (longest / 1000).toFixed(1), ...found.figures },
    breaches: [...breaches, ...found.breaches, ...installation.surprises],
  };
}

/** @returns how long nobody got on, in milliseconds. */
async function freeze(
  { random }: Setting,
  traffic: Traffic,
  line: Line,
  directions: readonly Direction[],
): Promise<number> {
  await traffic.more(drawn(random, 20, 200));
  line.freeze(...directions);
  const began = performance.now();
  await traffic.more(WRITERS * 5);
  const took = performance.now() - began;
  line.thaw();
  await traffic.more(WRITERS * 5);
  return took;
}
