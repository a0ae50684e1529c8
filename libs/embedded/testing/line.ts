import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Direction, Frame, Protocol } from './frames.ts';

export interface Cut {
  readonly direction: Direction;
  /** Of the frame at which it is cut, as its protocol names it. */
  readonly kind: string;
  /** Before it is passed on, half-way, or when all of it was. */
  readonly where: 'before' | 'within' | 'after';
  /** Only a frame that holds this text; by default any. */
  readonly holding?: string;
  /** Only on the connection on which the client has sent this text, and behind it. */
  readonly behind?: string;
  /** So many frames that would do are let through first. */
  readonly skip?: number;
}

/**
 * A line between a client and a server on this machine that a test can cut at any byte of their exchange, or freeze:
 * then it passes nothing on and tells nobody, as when a cable is pulled.
 */
export class Line {
  /** How often it was cut. */
  cuts = 0;
  readonly port: number;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #cut: Cut | null = null;
  #isGone = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  static async open(target: number, protocol: Protocol): Promise<Line> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const line = new Line(server, address !== null && typeof address === 'object' ? address.port : 0);
    server.on('connection', (client) => line.#connect(client, target, protocol));
    return line;
  }

  /** Cuts the connection that carries the next frame of this kind, there; every other connection stays. */
  cutAt(cut: Cut): void {
    this.#cut = cut;
  }

  /** No connection that is open now passes anything on in these directions; new ones do. */
  freeze(...directions: readonly Direction[]): void {
    for (const pair of this.#pairs) for (const direction of directions) pair.freeze(direction);
  }

  /** As when the machine behind it is gone: no connection passes anything on, those to come neither. */
  vanish(): void {
    this.#isGone = true;
    this.freeze('to-server', 'to-client');
  }

  /** What was held up arrives after all, however late. */
  thaw(): void {
    this.#isGone = false;
    for (const pair of this.#pairs) pair.thaw();
  }

  close(): void {
    this.#server.close();
    for (const pair of this.#pairs) pair.destroy();
  }

  #connect(client: Socket, target: number, protocol: Protocol): void {
    const upstream = connect(target, '127.0.0.1');
    // Frame by frame, each would else wait 40 ms for the acknowledgement of the one before it.
    for (const socket of [client, upstream]) socket.setNoDelay(true);
    let isBehind = false;
    const pair = new Pair(client, upstream, protocol, (direction, frame) => {
      const cut = this.#cut;
      const where = isBehind || cut?.behind === undefined ? this.#take(direction, frame) : null;
      if (cut?.behind !== undefined && direction === 'to-server') isBehind ||= frame.bytes.includes(cut.behind);
      return where;
    });
    this.#pairs.add(pair);
    if (this.#isGone) for (const direction of ['to-server', 'to-client'] as const) pair.freeze(direction);
    client.on('close', () => this.#pairs.delete(pair));
  }

  #take(direction: Direction, frame: Frame): Cut['where'] | null {
    const cut = this.#cut;
    if (cut === null || cut.direction !== direction || cut.kind !== frame.kind) return null;
    if (cut.holding !== undefined && !frame.bytes.includes(cut.holding)) return null;
    const { skip = 0 } = cut;
    this.#cut = skip > 0 ? { ...cut, skip: skip - 1 } : null;
    if (skip > 0) return null;
    this.cuts += 1;
    return cut.where;
  }
}

type Take = (direction: Direction, frame: Frame) => Cut['where'] | null;

/** One connection of a client, and ours to the server. */
class Pair {
  readonly #sockets: Readonly<Record<Direction, Socket>>;
  readonly #frozen = new Map<Direction, Buffer[]>();
  readonly #take: Take;
  #isCut = false;

  constructor(client: Socket, upstream: Socket, protocol: Protocol, take: Take) {
    // By the direction in which it is written to.
    this.#sockets = { 'to-server': upstream, 'to-client': client };
    this.#take = take;
    this.#listen(client, 'to-server', protocol);
    this.#listen(upstream, 'to-client', protocol);
  }

  freeze(direction: Direction): void {
    if (!this.#frozen.has(direction)) this.#frozen.set(direction, []);
  }

  thaw(): void {
    for (const [direction, held] of this.#frozen) {
      for (const bytes of held) if (!this.#sockets[direction].destroyed) this.#sockets[direction].write(bytes);
    }
    this.#frozen.clear();
  }

  destroy(): void {
    for (const socket of Object.values(this.#sockets)) socket.destroy();
  }

  #listen(from: Socket, direction: Direction, protocol: Protocol): void {
    const split = protocol(direction);
    from.on('data', (bytes) => {
      for (const frame of split(bytes)) if (!this.#isCut) this.#pass(direction, frame);
    });
    // A frozen line does not tell one side that the other has gone.
    from.on('close', () => {
      if (!this.#frozen.has(direction)) this.#sockets[direction].destroy();
    });
    from.on('error', () => from.destroy());
  }

  #pass(direction: Direction, frame: Frame): void {
    const held = this.#frozen.get(direction);
    if (held !== undefined) {
      held.push(frame.bytes);
      return;
    }
    const where = this.#take(direction, frame);
    if (where === null) this.#sockets[direction].write(frame.bytes);
    else
      this.#cutWith(direction, { before: 0, within: frame.bytes.length >> 1, after: frame.bytes.length }[where], frame);
  }

  /** So many bytes still arrive: the side that they go to is ended in order, which a reset would not guarantee. */
  #cutWith(direction: Direction, length: number, frame: Frame): void {
    this.#isCut = true;
    this.#sockets[direction].end(frame.bytes.subarray(0, length));
    this.#sockets[direction === 'to-server' ? 'to-client' : 'to-server'].destroy();
  }
}
