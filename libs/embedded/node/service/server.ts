import {
  type handleUnaryCall,
  type MethodDefinition,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerWritableStream,
  type sendUnaryData,
  type UntypedHandleCall,
} from '@grpc/grpc-js';
import { PortInUseError } from '../../errors.ts';
import type { Log } from '../store/log.ts';
import { append, batchAppend } from './append.ts';
import { FEATURES, NOT_OFFERED_SERVICES, STREAMS } from './definitions.ts';
import { supportedMethods } from './features.ts';
import { read } from './read.ts';
import { decodeReadRequest } from './read-request.ts';
import { endWith, type LongCall, unavailable, unimplemented } from './status.ts';
import { subscribe } from './subscribe.ts';
import { serving } from './whole.ts';

/** What the client expects to be able to send and to be sent in one message. */
const LARGEST_MESSAGE = 17 * 1024 * 1024;
const GRACE_MS = 500;

/** The node's door: which call goes where, and how all of them end when the node does. */
export class NodeServer {
  readonly #server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': LARGEST_MESSAGE,
    interceptors: [serving],
  });
  readonly #calls = new Set<LongCall>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
    this.#server.addService(STREAMS, {
      read: (call: ServerWritableStream<Buffer, Buffer>) => this.#read(call),
      append: (call: ServerReadableStream<Buffer, Buffer>, answer: sendUnaryData<Buffer>) =>
        void append(log, call, answer),
      batchAppend: (call: ServerDuplexStream<Buffer, Buffer>) => {
        this.#keep(call);
        batchAppend(log, call);
      },
      delete: refuseUnary,
      tombstone: refuseUnary,
    });
    const features = supportedMethods();
    this.#server.addService(FEATURES, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<Buffer>) => answer(null, features),
    });
    for (const service of NOT_OFFERED_SERVICES) this.#server.addService(service, refusals(service));
  }

  /**
   * @returns the port, which the system chose when 0 was asked for.
   * @throws PortInUseError
   */
  listen(host: string, port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error.message.includes('EADDRINUSE') ? new PortInUseError(port) : error);
      });
    });
  }

  /** Ends what is open, and gives the answers that are on their way a moment to leave. */
  async close(): Promise<void> {
    for (const call of this.#calls) endWith(call, unavailable('the log node is stopping'));
    await new Promise<void>((resolve) => {
      const end = setTimeout(() => {
        this.#server.forceShutdown();
        resolve();
      }, GRACE_MS);
      this.#server.tryShutdown(() => {
        clearTimeout(end);
        resolve();
      });
    });
  }

  #read(call: ServerWritableStream<Buffer, Buffer>): void {
    this.#keep(call);
    try {
      const request = decodeReadRequest(call.request);
      const serve = request.count === null ? subscribe : read;
      serve(this.#log, request, call).catch((error: unknown) => endWith(call, error));
    } catch (error) {
      endWith(call, error);
    }
  }

  #keep(call: LongCall & NodeJS.EventEmitter): void {
    this.#calls.add(call);
    call.on('close', () => this.#calls.delete(call));
    // A client that goes away is no fault of the node.
    call.on('error', () => undefined);
  }
}

const refuseUnary: handleUnaryCall<Buffer, Buffer> = (_, answer) => answer(unimplemented());

function refusals(
  service: Readonly<Record<string, MethodDefinition<Buffer, Buffer>>>,
): Record<string, UntypedHandleCall> {
  const refuseStream = (call: LongCall): void => endWith(call, unimplemented());
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [name, method.responseStream ? refuseStream : refuseUnary]),
  );
}
