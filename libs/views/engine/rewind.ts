import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral, textLiteral, wholeNumber } from '../database/literals.ts';
import { tableOf } from '../database/row-table.ts';
import { runScript, selectJson } from '../database/script.ts';
import { progressChannel } from '../index/entry.ts';
import type { Engine } from './advance.ts';
import { foldBatch } from './batch.ts';
import { RowSource } from './row-source.ts';
import { entryColumns } from './shard-queries.ts';
import { entriesAfter, type FoldEntry, type Level, lockShards, type ShardState } from './shard-state.ts';
import { placedEvents } from './shard-transaction.ts';
import { newStamp } from './stamp.ts';
import { Turns } from './turns.ts';
import { writeSteps } from './write.ts';

/** What is folded again: the rows of one programme (or of what belongs to none), in one generation, from an ordinal on. */
export interface Rewind {
  readonly generation: number;
  readonly shard: number;
  readonly programme: string | null;
  readonly from: number;
}

const largestBatch = 500;
const room = 4 * 1024 * 1024;

/**
 * Takes the rows of a programme in one generation, and in all that is derived from it, back to before an ordinal, and
 * folds them again to where the shard is. All in one transaction under the lock of the shard: who reads meanwhile sees
 * the rows as they were. Afterwards they are what a fresh fold makes of the log with the folds of this release.
 *
 * Gives false, and changes nothing, when the generation is not to be had now: it is being filled, or is of another
 * release, or something is derived from it that cannot be made again with it: it has not come as far, or is of another
 * release, or is kept for the way back.
 */
export function foldAgain(engine: Engine, rewind: Rewind): Promise<boolean> {
  return engine.workbench.connected(async (client) => {
    const wanted = { shards: [rewind.shard], wait: true, limit: 1 };
    const {
      shards: [state],
    } = await lockShards(client, engine.registry, new RowSource(0), wanted);
    const level = state && (await asOne(client, state));
    const concerned = withDerived(level?.generations ?? [], rewind.generation);
    if (!level || concerned.length === 0 || (await isInputOfOthers(client, concerned))) {
      await runScript(client, ['ROLLBACK']);
      return false;
    }
    await takeBack(client, rewind, concerned);
    await refold(engine, client, { rewind, level, concerned });
    await settle(client, rewind, concerned);
    return true;
  });
}

/** The levels of a shard as one, when there is nothing to fold between them; undefined while some lag. */
async function asOne(client: pg.ClientBase, { shard, levels }: ShardState): Promise<Level | undefined> {
  const ordinals = levels.map(({ ordinal }) => ordinal);
  const [after, until] = [Math.min(...ordinals), Math.max(...ordinals)];
  const between = after === until ? [] : await entriesAfter(client, shard, { after, until, limit: 1 });
  if (between.length > 0) return undefined;
  return { ordinal: until, generations: levels.flatMap(({ generations }) => generations) };
}

/** The generation, and those of the same level that are derived from it, near or far. */
function withDerived(generations: readonly Generation[], id: number): Generation[] {
  const found = generations.filter((generation) => generation.id === id);
  for (let size = 0; size !== found.length; ) {
    size = found.length;
    for (const generation of generations) {
      if (!found.includes(generation) && derives(generation, found)) found.push(generation);
    }
  }
  return found;
}

function derives({ inputs }: Generation, from: readonly Generation[]): boolean {
  return from.some(({ id }) => inputs.includes(id));
}

/** Whether there is anything else, of whatever release, that was derived from their rows. */
async function isInputOfOthers(client: pg.ClientBase, concerned: readonly Generation[]): Promise<boolean> {
  const ids = idsOf(concerned);
  const [others = []] = await runScript(client, [
    selectJson(`SELECT id FROM views.generation WHERE inputs && ${ids} AND id <> ALL(${ids})`),
  ]);
  return others.length > 0;
}

/** The episodes go into a table of this transaction: what parks again keeps its number, and since when it is parked. */
async function takeBack(client: pg.ClientBase, rewind: Rewind, concerned: readonly Generation[]): Promise<void> {
  const from = wholeNumber(rewind.from);
  const within = `programme IS NOT DISTINCT FROM ${uuidOrNull(rewind.programme)}`;
  const parked = `generation = ANY(${idsOf(concerned)}) AND ${within}`;
  await runScript(client, [
    `CREATE TEMPORARY TABLE taken_back ON COMMIT DROP AS SELECT * FROM views.parked WHERE ${parked} AND from_ordinal >= ${from}`,
    `DELETE FROM views.parked WHERE ${parked} AND from_ordinal >= ${from}`,
    `UPDATE views.parked SET until_ordinal = NULL WHERE ${parked} AND until_ordinal >= ${from}`,
    ...concerned.flatMap((generation) => [
      `DELETE FROM views.${tableOf(generation)} WHERE ${within} AND from_ordinal >= ${from}`,
      `UPDATE views.${tableOf(generation)} SET until_ordinal = NULL WHERE ${within} AND until_ordinal >= ${from}`,
    ]),
  ]);
}

interface Refolding {
  readonly rewind: Rewind;
  readonly level: Level;
  readonly concerned: readonly Generation[];
}

async function refold({ loader }: Engine, client: pg.ClientBase, { rewind, level, concerned }: Refolding) {
  const source = new RowSource(room);
  const [parked = []] = await runScript(client, [
    selectJson(`SELECT generation, key FROM views.parked
                WHERE generation = ANY(${idsOf(concerned)}) AND until_ordinal IS NULL`),
  ]);
  const known = parked as { generation: number; key: string }[];
  for (const { id } of concerned) {
    source.meet(id, new Map(), new Set(known.filter(({ generation }) => generation === id).map(({ key }) => key)));
  }
  const ahead = level.generations.filter((generation) => !concerned.includes(generation));
  const isFolded = concerned.some(({ view }) => !view.derived);
  let after = rewind.from - 1;
  for (;;) {
    const places = await entriesOf(client, rewind, { after, until: level.ordinal });
    if (places.length === 0) return;
    const events = isFolded ? await placedEvents(loader, places) : [];
    const batch = { generations: concerned, ahead, after, places, events };
    const turns = new Turns(client);
    const touched = await foldBatch({ ...batch, source, reading: client, loader, turns });
    await runScript(client, await writeSteps(touched, turns));
    source.written();
    after = places.at(-1)?.ordinal ?? level.ordinal;
  }
}

async function entriesOf(client: pg.ClientBase, rewind: Rewind, { after, until }: { after: number; until: number }) {
  const [entries = []] = await runScript(client, [
    selectJson(`SELECT ${entryColumns} FROM views.entry
                WHERE shard = ${wholeNumber(rewind.shard)} AND ordinal > ${wholeNumber(after)}
                  AND ordinal <= ${wholeNumber(until)}
                  AND programme IS NOT DISTINCT FROM ${uuidOrNull(rewind.programme)}
                ORDER BY ordinal LIMIT ${largestBatch}`),
  ]);
  return entries as FoldEntry[];
}

async function settle(client: pg.ClientBase, { shard }: Rewind, concerned: readonly Generation[]): Promise<void> {
  await runScript(client, [
    `WITH again AS (
       DELETE FROM views.parked p USING taken_back t
       WHERE p.generation = t.generation AND p.key = t.key AND p.event = t.event
       RETURNING p.*, t.id AS number, t.parked_at AS since)
     INSERT INTO views.parked
       (id, generation, key, programme, shard, event, from_ordinal, until_ordinal, error, parked_at)
     OVERRIDING SYSTEM VALUE
     SELECT number, generation, key, programme, shard, event, from_ordinal, until_ordinal, error, since FROM again`,
    // What other workers know of these rows counts no more.
    `UPDATE views.progress SET stamp = ${newStamp()}
     WHERE shard = ${wholeNumber(shard)} AND generation = ANY(${idsOf(concerned)})`,
    `NOTIFY ${progressChannel}, '${wholeNumber(shard)}'`,
    'COMMIT',
  ]);
}

function idsOf(generations: readonly Generation[]): string {
  return numbersLiteral(
    generations.map(({ id }) => id),
    'integer',
  );
}

function uuidOrNull(programme: string | null): string {
  return programme === null ? 'NULL::uuid' : `${textLiteral(programme)}::uuid`;
}
