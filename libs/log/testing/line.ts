import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The line between a client and a node, in the hand of a test. */
export interface Line {
  readonly port: number;
  /** Bytes that were passed on to clients. */
  readonly toClients: number;
  /** Ends every connection, as a restart of something in between does. */
  cut(): void;
  /** From now on nothing is passed on, in either direction, on the connections that there are; none is closed. */
  hang(): void;
  /** Sends new connections to another node. */
  leadTo(port: number): void;
  close(): void;
}

/** Stands between a client and a node on this machine, and passes on what they say with the back-pressure that they put. */
export async function startLine(target: number): Promise<Line> {
  let port = target;
  let toClients = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const node = connect(port, '127.0.0.1');
    const end = () => {
      client.destroy();
      node.destroy();
    };
    for (const socket of [client, node]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    node.on('data', (bytes) => {
      toClients += bytes.length;
    });
    client.pipe(node);
    node.pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    get toClients() {
      return toClients;
    },
    cut,
    hang: () => {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    leadTo: (other) => {
      port = other;
    },
    close: () => {
      server.close();
      cut();
    },
  };
}
