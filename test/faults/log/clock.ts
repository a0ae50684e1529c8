import { EventStoreDBClient } from '@eventstore/db-client';
import { temporaryFolder } from '#embedded/testing/engines';
import { Installation } from '../installation.ts';
import { drawn, type Setting, type Verdict } from '../verdict.ts';
import { Traffic } from './traffic.ts';

const WRITERS = 8;
const OFFSET = 'SAMENSPEL_TEST_CLOCK_MS';
const HOUR_MS = 3_600_000;

/** Sets the clock of a process back by so much at its start, and by a further 250 ms every 100 ms that it runs. */
const SHIFTED_CLOCK = `
  const real = Date.now, began = performance.now(), offset = Number(process.env.${OFFSET});
  const now = () => real() - offset - Math.floor((performance.now() - began) / 100) * 250;
  globalThis.Date = class extends Date {
    constructor(...given) { if (given.length === 0) super(now()); else super(...given); }
    static now() { return now(); }
  };`;

/** For a process that is to live by that clock. */
function shiftedBy(milliseconds: number): Record<string, string> {
  const hook = `--import=data:text/javascript,${encodeURIComponent(SHIFTED_CLOCK)}`;
  return { NODE_OPTIONS: hook, [OFFSET]: String(milliseconds) };
}

/**
 * A node whose clock runs backwards, while it works and from start to start, each time by hours more. \`created\` is
 * what that clock says, as on a real server; order, positions, revisions and subscriptions may not heed it.
 */
export async function clockBackwards(setting: Setting, starts: number): Promise<Verdict> {
  const { random, entry, progress } = setting;
  const folder = await temporaryFolder();
  const installation = new Installation({ folder: folder.path, ...(entry === undefined ? {} : { entry }) });
  await installation.startPostgres();
  await installation.startNode({ env: shiftedBy(0) });
  const client = EventStoreDBClient.connectionString(installation.node.connectionString);
  const traffic = new Traffic(client, WRITERS);
  const breaches: string[] = [];
  let offset = 0;
  try {
    for (let start = 1; start <= starts; start += 1) {
      await traffic.more(drawn(random, 100, 500));
      await installation.kill('node');
      offset += drawn(random, 1, 24) * HOUR_MS;
      await installation.startNode({ env: shiftedBy(offset) });
      progress(start, starts);
    }
    await traffic.more(200);
  } catch (error) {
    breaches.push(error instanceof Error ? error.message : String(error));
  }
  const found = await traffic.finish();
  const steps = await stepsBack(client);
  if (steps.count <= starts)
    breaches.push(`the clock ran backwards only ${steps.count} times: the proof proves nothing`);
  await client.dispose();
  await installation.stop();
  await folder.remove();
  return {
    scenario: 'clock backwards',
    figures: {
      starts,
      'steps back': steps.count,
      'largest step (h)': Math.round(steps.largest / HOUR_MS),
      ...found.figures,
    },
    breaches: [...breaches, ...found.breaches, ...installation.surprises],
  };
}

/** How often an event was recorded at an earlier moment than the one before it, by what the log says. */
async function stepsBack(client: EventStoreDBClient): Promise<{ count: number; largest: number }> {
  let [before, count, largest] = [0, 0, 0];
  for await (const { event } of client.readAll()) {
    const created = event?.created.getTime() ?? before;
    if (created < before) count += 1;
    largest = Math.max(largest, before - created);
    before = created;
  }
  return { count, largest };
}
