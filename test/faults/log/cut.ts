import { EventStoreDBClient } from '@eventstore/db-client';
import { Ledger, LedgerWriter } from '#embedded/testing/ledger';
import type { Cut, Line } from '#embedded/testing/line';
import { collect, newStream, notedFrom } from '#embedded/testing/notes';
import { shuffled } from '../../support/random.ts';
import type { Setting, Verdict } from '../verdict.ts';
import { audit } from './audit.ts';
import { startLined } from './lined.ts';

/** The client may wait for ever for an append whose connection has gone; it is offered again after so long. */
const PATIENCE_MS = 700;

const WHERE = ['before', 'within', 'after'] as const;

/** Every class of bytes of an append between client and node: what is asked, and what is answered. */
const OF_CLIENT = [
  { direction: 'to-server', kind: 'headers', what: "the request's headers" },
  { direction: 'to-server', kind: 'data', what: 'the request' },
  { direction: 'to-client', kind: 'headers', what: "the response's headers" },
  { direction: 'to-client', kind: 'data', what: 'the response' },
] as const;

/**
 * Of an append that comes in several messages, one in their midst: what came before it must not be taken for the whole. They
 * are heavy, so that the node has taken the first ones in before the line is cut.
 */
const OF_SEVERAL = [
  { direction: 'to-server', kind: 'data', what: 'an event in the midst of several', skip: 8, weight: 30_000 },
] as const;

/** And between node and PostgreSQL, where an event that comes alone goes by a prepared statement. */
const OF_STATEMENT = [
  { direction: 'to-server', kind: 'B', what: 'the event for PostgreSQL' },
  { direction: 'to-server', kind: 'E', what: 'the word to carry it out' },
  { direction: 'to-server', kind: 'S', what: 'the word to commit' },
  { direction: 'to-client', kind: '2', what: "PostgreSQL's word that it has the event" },
  { direction: 'to-client', kind: 'C', what: "PostgreSQL's answer" },
  { direction: 'to-client', kind: 'Z', what: 'the end of the commit' },
] as const;

/** And where several are copied: the rows, the end of them, the word to begin, the answer, the commit. */
const OF_COPY = [
  { direction: 'to-server', kind: 'd', what: 'the events for PostgreSQL' },
  { direction: 'to-server', kind: 'c', what: 'the end of the events' },
  { direction: 'to-client', kind: 'G', what: "PostgreSQL's word to begin" },
  { direction: 'to-client', kind: 'C', what: "PostgreSQL's answer to several" },
  { direction: 'to-client', kind: 'Z', what: 'the end of the commit of several' },
] as const;

/** Messages that hold the stream's name, by which they are told from those of other appends. */
const WITH_NAME = ['data', 'B', 'd'];

/** An append in the batch is preceded by the question what the server can do. */
const PATHS = [
  { name: 'in the batch', before: 1, options: {} },
  { name: 'as a call of its own', before: 0, options: { credentials: { username: 'u', password: 'p' } } },
] as const;

type Place = (typeof OF_CLIENT | typeof OF_SEVERAL | typeof OF_STATEMENT | typeof OF_COPY)[number];

export interface CutOptions {
  /** At most so many places of an append, drawn at random. */
  readonly places: number;
}

/** What each cut led to. */
class Tally {
  readonly breaches: string[] = [];
  cuts = 0;
  failures = 0;
}

/**
 * The connection is cut before, within and after each class of bytes of an append, and then of a read. An append is
 * offered again, by a client that begins anew, until it is acknowledged: it must be there once. A read that was cut
 * must fail; it may not look like a shorter stream.
 */
export async function cuts(setting: Setting, options: CutOptions): Promise<Verdict> {
  const { installation, toNode, toPostgres, address, close } = await startLined(setting);
  const ledger = new Ledger();
  const streams = new Set<string>();
  const tally = new Tally();
  const appends = shuffled(appendsOver(toNode, toPostgres), setting.random).slice(0, options.places);
  const places = appends.length + WHERE.length;
  for (const [index, each] of appends.entries()) {
    await cutAppend({ address, ledger, streams, tally, ...each });
    setting.progress(index + 1, places);
  }
  for (const where of WHERE) await cutRead(address, toNode, where, tally);
  setting.progress(places, places);
  const client = EventStoreDBClient.connectionString(installation.node.connectionString);
  const found = await audit(client, ledger, streams);
  await client.dispose();
  await close();
  return {
    scenario: 'connection cut',
    figures: { places, cuts: tally.cuts, 'failures told': tally.failures, ...found.figures },
    breaches: [...tally.breaches, ...found.breaches, ...installation.surprises],
  };
}

type OneCut = Pick<AppendCase, 'line' | 'place' | 'where' | 'path' | 'perAppend'>;

function appendsOver(toNode: Line, toPostgres: Line): OneCut[] {
  const places = [
    ...OF_CLIENT.map((place) => ({ place, line: toNode, perAppend: 1 })),
    ...OF_SEVERAL.map((place) => ({ place, line: toNode, perAppend: 10 })),
    ...OF_STATEMENT.map((place) => ({ place, line: toPostgres, perAppend: 1 })),
    ...OF_COPY.map((place) => ({ place, line: toPostgres, perAppend: 2 })),
  ];
  return places.flatMap((each) => PATHS.flatMap((path) => WHERE.map((where) => ({ ...each, path, where }))));
}

interface AppendCase {
  readonly address: string;
  readonly ledger: Ledger;
  readonly streams: Set<string>;
  readonly line: Line;
  readonly place: Place;
  readonly where: Cut['where'];
  readonly path: (typeof PATHS)[number];
  /** How many events the append holds. */
  readonly perAppend: number;
  readonly tally: Tally;
}

async function cutAppend(each: AppendCase): Promise<void> {
  const { address, ledger, streams, line, place, where, path, perAppend, tally } = each;
  const stream = newStream('cut');
  streams.add(stream);
  // A connection of its own: an append of an old one has sent its headers long ago.
  const client = EventStoreDBClient.connectionString(address);
  const writer = new LedgerWriter({
    ledger,
    client,
    stream,
    manner: 'insists',
    patience: PATIENCE_MS,
    perAppend,
    ...('weight' in place && { weight: place.weight }),
    ...path.options,
  });
  const { direction, kind } = place;
  const { cuts } = line;
  line.cutAt({ direction, kind, where, ...selection(place, path.before, stream) });
  tally.failures += (await writer.write()).length;
  await writer.write();
  if (line.cuts === cuts) tally.breaches.push(`nothing was cut ${where} ${place.what} (${path.name})`);
  tally.cuts += line.cuts - cuts;
  await client.dispose();
}

/** Headers are compressed, so those of the request are counted; what holds the stream's name is known by it. */
function selection(place: Place, before: number, stream: string): Partial<Cut> {
  const { direction, kind } = place;
  if ('skip' in place) return { behind: stream, skip: place.skip };
  if (kind === 'headers' && direction === 'to-server') return { skip: before };
  return direction === 'to-server' && WITH_NAME.includes(kind) ? { holding: stream } : { behind: stream };
}

async function cutRead(address: string, line: Line, where: Cut['where'], tally: Tally): Promise<void> {
  const stream = newStream('read');
  const client = EventStoreDBClient.connectionString(address);
  await client.appendToStream(stream, notedFrom(0, 3000));
  const { cuts } = line;
  line.cutAt({ direction: 'to-client', kind: 'data', where, holding: stream });
  const outcome = await collect(client.readStream(stream)).catch(() => null);
  if (outcome !== null) tally.breaches.push(`a read cut ${where} its answer gave ${outcome.length} events of 3000`);
  else tally.failures += 1;
  tally.cuts += line.cuts - cuts;
  const again = await collect(client.readStream(stream));
  if (again.length !== 3000) tally.breaches.push(`a read after a cut gave ${again.length} events of 3000`);
  await client.dispose();
}
