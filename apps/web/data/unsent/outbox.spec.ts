import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '../problem.ts';
import type { Recorded } from '../recorded.ts';
import { Outbox } from './outbox.ts';
import { type Places, Shelf, type Unsent } from './shelf.ts';

/** A browser's storage, for tests: what is in it outlives who works with it. */
class MemoryPlaces implements Places {
  readonly #held = new Map<string, string>();

  get length(): number {
    return this.#held.size;
  }

  key(place: number): string | null {
    return [...this.#held.keys()][place] ?? null;
  }

  getItem(name: string): string | null {
    return this.#held.get(name) ?? null;
  }

  setItem(name: string, text: string): void {
    this.#held.set(name, text);
  }

  removeItem(name: string): void {
    this.#held.delete(name);
  }
}

const cut = new ApiProblem(0, 'no-connection', '');
const refusal = new ApiProblem(422, 'too-late', 'Dat kan niet meer.', [{ field: 'on', code: 'x', detail: 'Te laat.' }]);
const answer: Recorded = { id: 'm', events: [], warnings: [] };

let places: MemoryPlaces;
/** What the API says next, one after another; after that everything is recorded. */
let line: (Recorded | ApiProblem)[];
let delivered: string[];
let actor: string | undefined;

function opened(): Outbox {
  return new Outbox({
    shelf: new Shelf(places),
    actor: () => actor,
    alone: (work) => work(),
    deliver: async ({ key }) => {
      const next = line.shift() ?? answer;
      if (next instanceof ApiProblem) throw next;
      delivered.push(key);
      return next;
    },
  });
}

function commandOf(key: string): Omit<Unsent, 'actor'> {
  return { key, what: key, page: { title: 'Meeting', address: '/' }, address: '/v1/x', content: { key } };
}

const keysOf = (commands: readonly Unsent[]) => commands.map(({ key }) => key);

beforeEach(() => {
  jest.useFakeTimers();
  places = new MemoryPlaces();
  line = [];
  delivered = [];
  actor = 'lead';
});

describe('the outbox', () => {
  it('given a connection, then a command is answered and nothing is left', async () => {
    const outbox = opened();
    expect(await outbox.send(commandOf('a'))).toEqual({ key: 'a', answer });
    expect(outbox.contents()).toEqual({ waiting: [], refused: [], sent: [], others: 0 });
  });

  it('given no connection, then commands wait in order, and go once each when it is back', async () => {
    line = [cut, cut, cut];
    const outbox = opened();
    for (const key of ['a', 'b', 'c']) expect(await outbox.send(commandOf(key))).toEqual({ key, answer: undefined });
    expect(keysOf(outbox.contents().waiting)).toEqual(['a', 'b', 'c']);
    await outbox.flush();
    expect(delivered).toEqual(['a', 'b', 'c']);
    expect(keysOf(outbox.contents().sent)).toEqual(['a', 'b', 'c']);
    expect(outbox.contents().waiting).toEqual([]);
  });

  it('given no connection, then it tries again by itself, after a while', async () => {
    line = [cut, cut];
    const outbox = opened();
    await outbox.send(commandOf('a'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect(delivered).toEqual([]);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(delivered).toEqual(['a']);
  });

  it('given a reload in between, then what waited is sent with the same key', async () => {
    line = [cut];
    await opened().send(commandOf('a'));
    await opened().flush();
    expect(delivered).toEqual(['a']);
  });

  it('given an answer that was lost, then the same key goes again', async () => {
    line = [new ApiProblem(503, 'away', 'Even weg.')];
    const outbox = opened();
    await outbox.send(commandOf('a'));
    await outbox.flush();
    expect(delivered).toEqual(['a']);
  });

  it('given the very same content twice without a connection, then it waits once', async () => {
    line = [cut, cut];
    const outbox = opened();
    await outbox.send(commandOf('a'));
    await outbox.send({ ...commandOf('b'), content: { key: 'a' } });
    expect(keysOf(outbox.contents().waiting)).toEqual(['a']);
  });

  it('given a refusal while the form is there, then the form is told and keeps it', async () => {
    line = [refusal];
    const outbox = opened();
    await expect(outbox.send(commandOf('a'))).rejects.toBe(refusal);
    expect(outbox.contents().refused).toEqual([]);
  });

  it('given a refusal afterwards, then it is kept with its reasons until it is dropped, and the next one goes on', async () => {
    line = [cut, cut, refusal];
    const outbox = opened();
    await outbox.send(commandOf('a'));
    await outbox.send(commandOf('b'));
    await outbox.flush();
    expect(outbox.contents().refused.map(({ key, refused }) => [key, refused])).toEqual([
      ['a', ['Dat kan niet meer.', 'Te laat.']],
    ]);
    expect(delivered).toEqual(['b']);
    outbox.drop('a');
    expect(outbox.contents().refused).toEqual([]);
  });

  it('given a token that ended, then it waits for the same person and is never sent by another', async () => {
    line = [new ApiProblem(401, 'unauthorized', '')];
    const outbox = opened();
    await outbox.send(commandOf('a'));
    actor = 'another';
    await outbox.flush();
    expect([delivered, outbox.contents().others]).toEqual([[], 1]);
    actor = 'lead';
    await outbox.flush();
    expect(delivered).toEqual(['a']);
  });

  it('given a browser that keeps nothing, then it is sent all the same, and a cut is told to the form', async () => {
    places.setItem = () => {
      throw new Error('Full');
    };
    line = [answer, cut];
    const outbox = opened();
    expect(await outbox.send(commandOf('a'))).toEqual({ key: 'a', answer });
    await expect(outbox.send(commandOf('b'))).rejects.toBe(cut);
  });
});
