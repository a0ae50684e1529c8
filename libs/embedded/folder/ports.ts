import { createServer } from 'node:net';
import { codeOf } from '../errno.ts';
import { PortInUseError } from '../errors.ts';

const LOOPBACK = '127.0.0.1';

/** Binds a port for a moment and gives the number it got; 0 asks the system for any. */
function bind(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}

/**
 * A port that is free on the loopback interface at this moment. Another program can take it before it is used, so
 * whoever listens on it must still be ready for a refusal.
 */
export function freePort(host = LOOPBACK): Promise<number> {
  return bind(0, host);
}

/** @throws PortInUseError when another program listens on the port. */
export async function assertPortFree(port: number, host = LOOPBACK): Promise<void> {
  try {
    await bind(port, host);
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw new PortInUseError(port);
    throw error;
  }
}
