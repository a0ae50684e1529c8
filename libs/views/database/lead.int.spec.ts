import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { postgresql } from '#embedded/testing/frames';
import { Line } from '#embedded/testing/line';
import { lead } from './lead.ts';

const key = 4_711;
/** What the product promises. */
const takeOverWithin = 5_000;

let postgres: EmbeddedPostgres;
let removeFolder: () => Promise<void>;
let line: Line;
const candidates: Candidate[] = [];

beforeAll(async () => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  postgres = await startPostgres({ folder: folder.path });
  line = await Line.open(postgres.port, postgresql);
}, 60_000);

afterEach(async () => {
  await Promise.all(candidates.splice(0).map((candidate) => candidate.stop()));
});

afterAll(async () => {
  line.close();
  await postgres.stop();
  await removeFolder();
}, 30_000);

/** One who wants to lead, and notes when it begins and when it is told to end. */
class Candidate {
  readonly began: number[] = [];
  readonly ended: number[] = [];
  readonly troubles: string[] = [];
  private readonly ending = new AbortController();
  private readonly running: Promise<void>;
  private wake: () => void = () => undefined;

  constructor(url: string, work: (leading: AbortSignal) => Promise<void> = untilEnd) {
    candidates.push(this);
    const onTrouble = (error: Error) => this.troubles.push(error.message);
    this.running = lead({ url, key, signal: this.ending.signal, onTrouble }, async (leading) => {
      this.began.push(performance.now());
      leading.addEventListener('abort', () => this.ended.push(performance.now()), { once: true });
      this.wake();
      await work(leading);
    });
  }

  /** Resolves when it leads for that many times. */
  async leads(times = 1): Promise<number> {
    while (this.began.length < times) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.began[times - 1] ?? 0;
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }
}

function untilEnd(leading: AbortSignal): Promise<void> {
  return new Promise((resolve) => leading.addEventListener('abort', () => resolve(), { once: true }));
}

function throughLine(): string {
  return postgres.connectionString().replace(`:${postgres.port}/`, `:${line.port}/`);
}

test('of two, one leads; when it stops, the other takes over', async () => {
  const first = new Candidate(postgres.connectionString());
  await first.leads();
  const second = new Candidate(postgres.connectionString());
  const stopped = performance.now();
  await first.stop();
  expect((await second.leads()) - stopped).toBeLessThan(takeOverWithin);
  expect(first.began).toHaveLength(1);
});

test('given a leader behind a line that is dead without being closed, then it stops, and only then another leads', async () => {
  const cutOff = new Candidate(throughLine());
  await cutOff.leads();
  const second = new Candidate(postgres.connectionString());
  line.vanish();
  const frozen = performance.now();
  const took = await second.leads();
  expect(took - frozen).toBeLessThan(takeOverWithin);
  expect(cutOff.ended[0]).toBeLessThan(took);
  line.thaw();
  expect(cutOff.began).toHaveLength(1);
}, 20_000);

test('given work that hangs when leadership is lost, then it is left behind, and the process can lead again', async () => {
  const hanging = new Candidate(throughLine(), () => new Promise(() => undefined));
  await hanging.leads();
  line.freeze('to-server', 'to-client');
  await hanging.leads(2);
  expect(hanging.troubles).not.toEqual([]);
  line.thaw();
}, 20_000);

test('given work that throws, then that is told, and it is tried again', async () => {
  let tries = 0;
  const failing = new Candidate(postgres.connectionString(), async (leading) => {
    tries += 1;
    if (tries === 1) throw new Error('broken on purpose');
    await untilEnd(leading);
  });
  await failing.leads(2);
  expect(failing.troubles).toEqual(['broken on purpose']);
});
