/**
 * One measurement of reading or folding a whole log, in a process of its own, so that its memory is its own: BENCH_WHAT is
 * `client` (bare `$all`), `read` (every event decoded and checked), `progress` or `all` (the views that are made again).
 */
import { EventStoreDBClient, START } from '@eventstore/db-client';
import { Log } from '#log/log';
import { createRegistry } from '#views/engine/registry';
import { progressView } from '#views/progress/view';
import { rebuildViews } from '#views/rebuild/rebuild-views';
import { Views } from '#views/views';

const logUrl = process.env['BENCH_LOG'] ?? '';
const databaseUrl = process.env['BENCH_DATABASE'] ?? '';
const KIBIBYTES = 1024;

interface Told {
  readonly events: number;
  readonly seconds: number;
  /** Of comparing the new rows with those in use. */
  readonly comparing: number;
}

async function readBare(): Promise<Told> {
  const client = EventStoreDBClient.connectionString(logUrl);
  const began = performance.now();
  let events = 0;
  for await (const { event } of client.readAll({ fromPosition: START })) if (event) events += 1;
  return { events, seconds: (performance.now() - began) / 1000, comparing: 0 };
}

async function readChecked(log: Log): Promise<Told> {
  const began = performance.now();
  let events = 0;
  for await (const _ of log.readAll()) events += 1;
  return { events, seconds: (performance.now() - began) / 1000, comparing: 0 };
}

async function rebuild(log: Log, what: string): Promise<Told> {
  const only = what === 'progress' ? { registry: createRegistry([progressView]) } : {};
  const views = await Views.open({ databaseUrl, log, ...only });
  const began = performance.now();
  let filled = { events: 0, at: began };
  const onProgress = (phase: 'filling' | 'comparing', done: number): void => {
    if (phase === 'filling') filled = { events: done, at: performance.now() };
  };
  const outcome = await rebuildViews({ views, names: [], onProgress });
  const ended = performance.now();
  const wrong = outcome.views.filter(({ live }) => !live);
  if (wrong.length > 0) throw new Error(`Not switched: ${wrong.map(({ view }) => view).join(', ')}`);
  await views.close();
  return { events: filled.events, seconds: (filled.at - began) / 1000, comparing: (ended - filled.at) / 1000 };
}

async function measure(): Promise<Told> {
  const what = process.env['BENCH_WHAT'] ?? '';
  if (what === 'client') return readBare();
  const now = (): string => new Date().toISOString();
  const log = await Log.connect(logUrl, { purpose: 'production', now });
  return what === 'read' ? readChecked(log) : rebuild(log, what);
}

process.on('disconnect', () => process.exit(0));
const told = await measure();
process.send?.({ ...told, peak: process.resourceUsage().maxRSS / KIBIBYTES }, () => process.exit(0));
