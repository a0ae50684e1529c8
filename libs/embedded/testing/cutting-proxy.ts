import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Which way a byte must go for the connection to be cut there. */
export type Direction = 'to-server' | 'to-client';

export interface CuttingProxy {
  readonly port: number;
  /** Cuts the connection at the first bytes from now on that match, before they are passed on. */
  cutAt(direction: Direction, matches: (bytes: Buffer) => boolean): void;
  close(): void;
}

/** Stands between a client and a server on this machine, and cuts the line at a chosen moment of their exchange. */
export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  let cut: { direction: Direction; matches: (bytes: Buffer) => boolean } | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    const pass = (from: Socket, to: Socket, direction: Direction): void => {
      sockets.add(from);
      from.on('data', (bytes) => {
        if (cut?.direction === direction && cut.matches(bytes)) {
          cut = null;
          end();
        } else to.write(bytes);
      });
      from.on('close', () => {
        sockets.delete(from);
        end();
      });
      from.on('error', end);
    };
    pass(client, upstream, 'to-server');
    pass(upstream, client, 'to-client');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    cutAt: (direction, matches) => {
      cut = { direction, matches };
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
