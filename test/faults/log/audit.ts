import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Ledger, LedgerReader, Offered } from '#embedded/testing/ledger';
import { numberOf } from '#embedded/testing/notes';

/** Where an event was found. */
export interface Found {
  readonly stream: string;
  readonly n: number;
  readonly revision: number;
  readonly position: bigint;
}

export interface Audit {
  readonly figures: Readonly<Record<string, number>>;
  readonly breaches: readonly string[];
}

/** How many breaches of a kind are told; there may be thousands. */
const MOST = 5;

/** An event of the log. */
export interface Logged extends Found {
  readonly id: string;
}

/**
 * Holds the log against the ledger: everything that was acknowledged is there, at the place that was told; nothing is
 * there twice, nothing that nobody offered; an append that was begun after another was acknowledged stands behind it.
 * @param streams those that were written to; what else is in the log belongs to somebody else.
 */
export async function audit(client: EventStoreDBClient, ledger: Ledger, streams: ReadonlySet<string>): Promise<Audit> {
  return judge(await readLog(client, streams), ledger);
}

/** The same for a log that was read already. */
export function judge(log: readonly Logged[], ledger: Ledger): Audit {
  const byId = new Map<string, Found[]>();
  for (const { id, ...found } of log) byId.set(id, [...(byId.get(id) ?? []), found]);
  const offered = new Map(ledger.offered.map((each) => [each.id, each]));
  const kinds = {
    lost: ledger.offered.filter((each) => isLost(each, byId.get(each.id)?.[0])),
    doubled: ledger.offered.filter(({ id }) => (byId.get(id)?.length ?? 0) > 1),
    'out of order': [...outOfOrder(log), ...beforeItsTime(ledger, byId)],
    'never offered': log.filter(({ id }) => !offered.has(id)),
  };
  const breaches = Object.entries(kinds).flatMap(([kind, found]) =>
    found.slice(0, MOST).map(({ stream, n }) => `${kind}: ${stream}, number ${n}`),
  );
  return {
    figures: {
      'events in the log': log.length,
      'writes acknowledged': ledger.acknowledged,
      lost: kinds.lost.length,
      doubled: kinds.doubled.length,
      'out of order': kinds['out of order'].length,
      'never offered': kinds['never offered'].length,
    },
    breaches: [...breaches, ...ledger.objections.map((objection) => `objection: ${objection}`)],
  };
}

async function readLog(client: EventStoreDBClient, streams: ReadonlySet<string>): Promise<Logged[]> {
  const log: Logged[] = [];
  for await (const { event } of client.readAll()) {
    if (event === undefined || !streams.has(event.streamId)) continue;
    const { id, streamId, revision, position } = event;
    const n = numberOf(event.data);
    log.push({ id, stream: streamId, n, revision: Number(revision), position: position.commit });
  }
  return log;
}

function isLost({ promise }: Offered, found: Found | undefined): boolean {
  if (promise === null) return false;
  if (found === undefined || found.revision !== promise.revision) return true;
  return promise.position !== null && found.position !== promise.position;
}

/** Positions grow, revisions count from 0 without gaps, and numbers of a stream grow. */
function outOfOrder(log: readonly Found[]): Found[] {
  const last = new Map<string, Found>();
  let position = -1n;
  return log.filter((event) => {
    const before = last.get(event.stream);
    last.set(event.stream, event);
    const isBehind = event.position <= position;
    position = event.position;
    return isBehind || event.revision !== (before?.revision ?? -1) + 1 || event.n <= (before?.n ?? -1);
  });
}

/** What was begun after another was acknowledged, and yet stands before it. */
function beforeItsTime(ledger: Ledger, byId: ReadonlyMap<string, readonly Found[]>): Found[] {
  const placed = ledger.offered.flatMap((offered) => (byId.get(offered.id) ?? []).map((found) => ({ offered, found })));
  placed.sort((a, b) => (a.found.position < b.found.position ? -1 : 1));
  let latestBegun = 0;
  return placed.flatMap(({ offered, found }) => {
    latestBegun = Math.max(latestBegun, offered.begun);
    return offered.promise !== null && offered.promise.at < latestBegun ? [found] : [];
  });
}

/** Whether a subscriber was given every event once, in order. @returns the breaches in words. */
export function compare(name: string, reader: LedgerReader, positions: readonly bigint[]): string[] {
  const { length } = reader.positions;
  if (length !== positions.length) return [`${name} was given ${length} events of ${positions.length}`];
  const at = positions.findIndex((position, index) => position !== reader.positions[index]);
  return at === -1 ? [] : [`${name} was given another event than the log has as its number ${at}`];
}

/** The positions of the whole log, or of some streams. */
export async function positionsOf(
  client: EventStoreDBClient,
  isWanted: (stream: string) => boolean = () => true,
): Promise<bigint[]> {
  const found: bigint[] = [];
  for await (const { event } of client.readAll()) {
    if (event !== undefined && isWanted(event.streamId)) found.push(event.position.commit);
  }
  return found;
}
