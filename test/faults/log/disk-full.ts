import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { ask } from '#embedded/testing/ask';
import { Installation } from '../installation.ts';
import { drawn, type Setting, until, type Verdict } from '../verdict.ts';
import { type SmallDisk, smallDisk } from './small-disk.ts';
import { Traffic } from './traffic.ts';

const WRITERS = 8;
/** Room for an empty cluster, its write-ahead log and what is written here. */
const MEGABYTES = 200;
const REFUSALS = 30;
const FULL = 'the disk of the log is full';
const NO_DISK = {
  nl: 'Overgeslagen: de volle schijf, want deze gebruiker mag geen kleine schijf aankoppelen (mount).',
  en: 'Left out: the full disk, because this user may not mount a small disk.',
};

/**
 * A disk that is full, and has room again. First for the table: the append is refused in words, node and PostgreSQL
 * live on, and the next one after there is room succeeds. Then for the write-ahead log, which PostgreSQL does not
 * survive: it and the node may end, nobody is told that anything was written, and started again they go on.
 */
export async function diskFull(setting: Setting, rounds: number): Promise<Verdict> {
  const disk = await smallDisk(MEGABYTES);
  if (disk === null) {
    return { scenario: 'disk full', figures: {}, breaches: [], leftOut: NO_DISK };
  }
  const installation = new Installation({
    folder: join(disk.path, 'data'),
    ...(setting.entry === undefined ? {} : { entry: setting.entry }),
  });
  try {
    const { figures, ...verdict } = await run(await installation.start(), disk, setting, rounds);
    return { ...verdict, figures: { 'ends of PostgreSQL or the node': installation.forgiven, ...figures } };
  } finally {
    await disk.free();
    await installation.stop();
    await disk.remove();
  }
}

async function run(
  installation: Installation,
  disk: SmallDisk,
  { random, progress }: Setting,
  rounds: number,
): Promise<Verdict> {
  const client = EventStoreDBClient.connectionString(installation.node.connectionString);
  const traffic = new Traffic(client, WRITERS);
  const breaches: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      await traffic.more(drawn(random, 50, 300));
      await fillTable(traffic, disk);
      breaches.push(...installation.surprises);
      progress(2 * round + 1, 2 * rounds);
      await fillWriteAheadLog(installation, traffic, disk);
      progress(2 * round + 2, 2 * rounds);
    }
    await traffic.more(100);
  } catch (error) {
    breaches.push(error instanceof Error ? error.message : String(error));
  }
  await disk.free();
  const found = await traffic.finish();
  await client.dispose();
  const told = [...traffic.ledger.failures].filter(([message]) => message.includes(FULL));
  const refused = told.reduce((sum, [, count]) => sum + count, 0);
  if (!told.every(([message]) => message.includes('UNAVAILABLE'))) breaches.push('a full disk was not UNAVAILABLE');
  return {
    scenario: 'disk full',
    figures: { 'times full': 2 * rounds, 'refused in words': refused, ...found.figures },
    breaches: [...breaches, ...found.breaches],
  };
}

function refusals(traffic: Traffic, text: string): number {
  return [...traffic.ledger.failures].reduce((sum, [message, count]) => sum + (message.includes(text) ? count : 0), 0);
}

async function fillTable(traffic: Traffic, disk: SmallDisk): Promise<void> {
  const goal = refusals(traffic, FULL) + REFUSALS;
  await disk.fill(0);
  await until(() => refusals(traffic, FULL) >= goal, 'writers are told that the disk is full');
  await disk.free();
  await traffic.more(100);
}

/** A new segment of the log is needed at once, and there is no room for it. */
async function fillWriteAheadLog(installation: Installation, traffic: Traffic, disk: SmallDisk): Promise<void> {
  const goal = refusals(traffic, 'UNAVAILABLE') + REFUSALS;
  installation.forgive();
  await disk.fill(0);
  await ask(installation.postgres.connectionString(), 'SELECT pg_switch_wal()').catch(() => undefined);
  await until(() => refusals(traffic, 'UNAVAILABLE') >= goal, 'writers are told that the log is unavailable');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await disk.free();
  const back = traffic.more(100);
  const supervisor = setInterval(() => void installation.revive().catch(() => undefined), 250);
  await back.finally(() => clearInterval(supervisor));
}
