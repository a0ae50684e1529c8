import pg from 'pg';
import { progressChannel } from '#views/index/entry';

/** The first moment at which a shard was seen to have come to an ordinal: its rows were committed by then. */
interface Seen {
  readonly ordinal: number;
  readonly at: number;
}

const HOW_FAR = {
  name: 'how-far',
  text: `
    SELECT p.shard, min(p.ordinal) AS ordinal
    FROM views.progress p JOIN views.generation g ON g.id = p.generation
    WHERE g.status = 'live' GROUP BY p.shard`,
};

/**
 * Watches from outside when rows are committed: whenever a commit is notified it looks how far each shard is. What it saw
 * counts from the moment at which it had looked, so that it is never too early.
 */
export class Visible {
  readonly #client: pg.Client;
  readonly #seen = new Map<number, Seen[]>();
  #looking: Promise<void> | null = null;
  #isNews = false;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async watch(databaseUrl: string): Promise<Visible> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const visible = new Visible(client);
    client.on('notification', () => {
      visible.#isNews = true;
      visible.#looking ??= visible.#look();
    });
    await client.query(`LISTEN ${progressChannel}`);
    return visible;
  }

  async #look(): Promise<void> {
    while (this.#isNews) {
      this.#isNews = false;
      const { rows } = await this.#client.query<{ shard: number; ordinal: string }>(HOW_FAR);
      const at = performance.now();
      for (const { shard, ordinal } of rows) this.#note(shard, { ordinal: Number(ordinal), at });
    }
    this.#looking = null;
  }

  #note(shard: number, seen: Seen): void {
    const all = this.#seen.get(shard);
    if (all === undefined) this.#seen.set(shard, [seen]);
    else if ((all.at(-1)?.ordinal ?? 0) < seen.ordinal) all.push(seen);
  }

  /**
   * For each of these events the moment (`performance.now`) at which its rows were seen to be committed.
   * @throws Error when there is one that was not.
   */
  async momentsOf(events: readonly string[]): Promise<Map<string, number>> {
    // Everything is committed by now; the last of it may not have been looked at.
    this.#isNews = true;
    await (this.#looking ?? this.#look());
    const { rows } = await this.#client.query<{ event: string; shard: number; ordinal: string }>(
      'SELECT event, shard, ordinal FROM views.entry WHERE event = ANY($1::uuid[])',
      [events],
    );
    const moments = rows.map(({ event, shard, ordinal }) => [event, this.#momentOf(shard, Number(ordinal))] as const);
    if (moments.length < events.length) throw new Error('Events of the measurement are not in the index');
    return new Map(moments);
  }

  #momentOf(shard: number, ordinal: number): number {
    const first = this.#seen.get(shard)?.find((seen) => seen.ordinal >= ordinal);
    if (first === undefined) throw new Error(`Nobody saw that shard ${shard} came to ordinal ${ordinal}`);
    return first.at;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
