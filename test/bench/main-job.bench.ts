import { join } from 'node:path';
import { Product, type Tokens } from '../support/product.ts';
import { type Figures, publish } from './figures.ts';
import { onOwnFolder } from './interruptible.ts';
import { median, quantile } from './rounds.ts';

const SAMPLES = process.argv.includes('--quick') ? 40 : 200;
const WARM_UP = 20;

interface Target {
  readonly url: string;
  readonly tokens: Tokens;
}

/**
 * The main job as a user meets it: the product is started on an empty data folder, records the worked example through
 * its own API, and then answers a lead who records contact moments and looks at once whether they are visible.
 */
async function measure(folder: string, interrupted: AbortSignal): Promise<void> {
  const data = join(folder, 'data');
  const first = Product.start(data);
  await first.until((told) => told.started === true);
  const startedAt = performance.now();
  const { seconds: toUrl, ...target } = await first.ready();
  const events = await whenVisible(target);
  const example = (performance.now() - startedAt) / 1000;
  const visible = await commandToVisible(target);
  await first.stop();
  interrupted.throwIfAborted();
  const second = Product.start(data);
  const { seconds: again } = await second.ready();
  await second.stop();
  publish('main-job', figures({ toUrl, example, events, again }, visible), {
    'seconds-to-url': { limit: 15, value: toUrl },
  });
}

interface Run {
  readonly toUrl: number;
  readonly example: number;
  readonly events: number;
  readonly again: number;
}

function figures(run: Run, visible: readonly number[]): Figures {
  return {
    'seconds-to-url': round(run.toUrl),
    'seconds-to-url-second-start': round(run.again),
    'example-seconds': round(run.example),
    'events-recorded': run.events,
    'events-per-second': round(run.events / run.example),
    'command-to-visible-ms-median': round(median(visible)),
    'command-to-visible-ms-p99': round(quantile(visible, 0.99)),
    'command-to-visible-samples': visible.length,
  };
}

/** The events in the log once the views show all of them. */
async function whenVisible(target: Target): Promise<number> {
  const programme = await onlyProgramme(target);
  const { basis } = await get<{ basis: { ordinal: number } }>(target, `/v1/programmes/${programme}/progress?limit=1`);
  return basis.ordinal;
}

/** For each sample the milliseconds from sending a command until a query shows what it recorded. */
async function commandToVisible(target: Target): Promise<number[]> {
  const programme = await onlyProgramme(target);
  const list = await get<Items<{ trajectory: string }>>(target, `/v1/programmes/${programme}/progress?limit=100`);
  const trajectories = list.data.items.map((item) => item.trajectory);
  const measured: number[] = [];
  for (let sample = 0; sample < WARM_UP + SAMPLES; sample += 1) {
    const trajectory = trajectories[sample % trajectories.length] ?? '';
    const began = performance.now();
    const { position } = await recordContact(target, trajectory, sample);
    await get(target, `/v1/trajectories/${trajectory}?minPosition=${encodeURIComponent(position)}`);
    if (sample >= WARM_UP) measured.push(performance.now() - began);
  }
  return measured;
}

interface Items<T> {
  readonly data: { readonly items: readonly T[] };
}

async function onlyProgramme(target: Target): Promise<string> {
  const list = await get<Items<{ programme: string }>>(target, '/v1/programmes');
  const [found] = list.data.items;
  if (!found) throw new Error('The example has no programme');
  return found.programme;
}

async function recordContact(target: Target, trajectory: string, sample: number): Promise<{ position: string }> {
  const response = await fetch(`${target.url}/v1/trajectories/${trajectory}/contact-moments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${target.tokens.lead}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'phone', roles: ['contact'], summary: `Meting ${sample}`, occurredOn: '2026-03-02' }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as { position: string };
}

async function get<T>(target: Target, path: string): Promise<T> {
  const headers = { authorization: `Bearer ${target.tokens.lead}` };
  const response = await fetch(`${target.url}${path}`, { headers });
  if (!response.ok) throw new Error(`${path}: ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

await onOwnFolder('bench', measure);
