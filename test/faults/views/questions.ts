import type { Dice } from '../../support/dice.ts';
import { type Client, count, type Reply } from './client.ts';
import type { Acknowledged } from './course.ts';
import type { Given, Recorder } from './recorder.ts';
import { daysAgo, type Situation } from './steps.ts';
import type { Answering } from './whole-product.ts';

/** Small, so that lists come in several pages. */
const PAGE = 3;
const MOST_PAGES = 20;
/** Of a moment longer ago than a command may take, the answer is final. */
const LONGEST_AGO_MS = 240_000;
/** By a server that is away, or that waits for what is not there yet; any other answer is the product's own. */
const UNANSWERED: ReadonlySet<number> = new Set([0, 502, 503, 504]);
/** Marks a page that only its cursor gives. */
const LATER_PAGE = '&page=';

/** What is needed of a client for asking. */
export type AskedClient = Pick<Client, 'ask' | 'anyServer' | 'counts' | 'faults'>;

/** Asks what leads and auditors ask, now and as of then, and has every answer recorded. */
export class Questioner {
  readonly #client: AskedClient;
  readonly #recorder: Recorder;
  readonly #dice: Dice;
  #latest = 1;

  constructor(client: AskedClient, recorder: Recorder, dice: Dice) {
    this.#client = client;
    this.#recorder = recorder;
    this.#dice = dice;
  }

  /** One question about one of these programmes, or about all. */
  async ask(situations: readonly Situation[]): Promise<void> {
    const situation = this.#dice.one(situations.filter(({ trajectories }) => trajectories.length > 0));
    const { programme, network, trajectories, meetings } = situation;
    const trajectory = this.#dice.one(trajectories);
    const lists = [
      `/programmes/${programme}/progress?sort=${this.#dice.one(['name', '-last-contact', 'participation'])}`,
      `/programmes/${programme}/commitments?`,
      `/programmes/${programme}/networks?sort=${this.#dice.one(['name', '-free', 'waiting'])}`,
      `/programmes/${programme}/attendance?`,
      `/programmes/${programme}/questions?`,
      `/programmes/${programme}/pledges?`,
      `/programmes/${programme}/missing-facts?`,
      `/programmes/${programme}/registration-lag/facts?minDays=0`,
      `/programmes/${programme}/dossier?`,
      `/stories/trajectory/${trajectory}?`,
      `/stories/network/${network}?`,
    ];
    const others = [
      '/programmes?',
      `/programmes/${programme}?`,
      `/programmes/${programme}/meetings?`,
      `/programmes/${programme}/summary?`,
      `/programmes/${programme}/registration-lag?`,
      '/summary?',
      `/networks/${network}?`,
      `/trajectories/${trajectory}?`,
      ...meetings.slice(0, 1).map((meeting) => `/meetings/${meeting}?`),
    ];
    if (this.#dice.isSo(0.3)) return this.#askList(this.#dice.one(lists));
    await this.#askOne(this.#dice.one([...others, ...lists]), this.#asOf());
  }

  /**
   * Whether what was acknowledged is seen by who waits for it.
   * @returns what is wrong, in words; undefined when nothing is, or when nobody answered.
   */
  async askForOwn({ subject, events, position }: Acknowledged): Promise<string | undefined> {
    if (position === undefined) return undefined;
    const [kind, id] = subject.split(':');
    const path = `/stories/${kind}/${id}?limit=500&minPosition=${encodeURIComponent(position)}`;
    const reply = await this.#asked(path);
    if (UNANSWERED.has(reply.status)) return undefined;
    if (reply.status !== 200) return `${path} was answered ${reply.status}, although it was acknowledged`;
    count(this.#client.counts, 'own changes seen');
    const text = JSON.stringify(reply.body);
    const missing = events.filter((event) => !text.includes(event));
    return missing.length === 0 || text.includes('"next"') ? undefined : `${path} lacks ${missing.join(', ')}`;
  }

  /** Asks again what was answered before, of everybody who answers. */
  async askAgain(given: Given, servers: readonly Answering[]): Promise<void> {
    const { question, ordinal, moment } = given;
    if (question.includes(LATER_PAGE)) return;
    for (const server of servers) {
      await this.#askAgainAsOf(`ordinal:${ordinal}`, given, server);
      if (moment !== undefined) await this.#askAgainAsOf(moment, given, server);
    }
  }

  /** By its ordinal, or by a moment of which the answer was final: it has the same ordinal then. */
  async #askAgainAsOf(
    knownAt: string,
    { question, ordinal, validOn, moment }: Given,
    server: Answering,
  ): Promise<void> {
    const reply = await this.#asked(`${question}&knownAt=${knownAt}&validOn=${validOn}`, server);
    if (UNANSWERED.has(reply.status)) return;
    if (reply.status !== 200) {
      this.#client.faults.push(`${question} as of ${knownAt}: answered ${reply.status}, and 200 before`);
      return;
    }
    count(this.#client.counts, knownAt === moment ? 'moments asked again' : 'answers asked again');
    const again = this.#recorder.record(question, reply.body, `${server.service.options.name}, asked again`);
    if (again === undefined || again.ordinal === ordinal) return;
    this.#client.faults.push(`${question} as of ${knownAt}: ordinal ${again.ordinal}, and ${ordinal} before`);
  }

  /** All pages of a list: nothing is skipped and nothing comes twice, whatever is recorded meanwhile. */
  async #askList(path: string): Promise<void> {
    const server = this.#client.anyServer();
    const question = `${path}&limit=${PAGE}`;
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const reply = await this.#asked(`${question}${cursor}`, server);
      const list = reply.status === 200 ? listOf(reply.body) : undefined;
      if (list === undefined || reply.status !== 200) return;
      this.#recorder.record(
        page === 0 ? question : `${question}${LATER_PAGE}${page}`,
        reply.body,
        server.service.options.name,
      );
      seen.push(...list.items.map((item) => JSON.stringify(item)));
      if (list.next === undefined) return this.#judge(question, seen, list.total);
      cursor = `&cursor=${encodeURIComponent(list.next)}`;
    }
  }

  #judge(question: string, seen: readonly string[], total: number): void {
    count(this.#client.counts, 'lists read to the end');
    if (seen.length === total && new Set(seen).size === total) return;
    this.#client.faults.push(
      `${question}: ${seen.length} items, ${new Set(seen).size} different, on pages of ${total}`,
    );
  }

  async #askOne(question: string, { asOf, moment }: AskedAs): Promise<void> {
    const server = this.#client.anyServer();
    const reply = await this.#asked(`${question}${asOf}`, server);
    if (reply.status !== 200) return;
    const given = this.#recorder.record(question, reply.body, `${server.service.options.name}${asOf}`, moment);
    this.#latest = Math.max(this.#latest, given?.ordinal ?? 0);
  }

  async #asked(path: string, server?: Answering): Promise<Reply> {
    const reply = await this.#client.ask(path, server);
    count(
      this.#client.counts,
      reply.status === 200 ? 'questions answered' : `questions without answer (${reply.status})`,
    );
    return reply;
  }

  #asOf(): AskedAs {
    const past = `&knownAt=ordinal:${this.#dice.whole(1, this.#latest)}`;
    const moment = new Date(Date.now() - this.#dice.whole(0, LONGEST_AGO_MS)).toISOString();
    const day = `&validOn=${daysAgo(this.#dice.whole(-30, 90))}`;
    return this.#dice.one<AskedAs>([
      ...['', '', past, day, `${past}${day}`].map((asOf) => ({ asOf })),
      { asOf: `&knownAt=${moment}`, moment },
    ]);
  }
}

/** As of when a question is asked, as it stands in the address. */
interface AskedAs {
  readonly asOf: string;
  readonly moment?: string;
}

interface List {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly next?: string;
}

function listOf(body: unknown): List | undefined {
  if (typeof body !== 'object' || body === null || !('data' in body)) return undefined;
  return body.data as List;
}
