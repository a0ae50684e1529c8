/**
 * A bare `@grpc/grpc-js` server that answers from prepared bytes: it decides nothing and stores nothing, so it shows what
 * the client and the protocol alone allow. A process of its own; tells its port over the channel.
 *
 * With a database it commits one bare row before each answer: then it is the least that can stand between the client and
 * PostgreSQL, and shows what a chain of three processes alone costs a lone writer.
 */
import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { encodeBatchAppendResponse } from '#embedded/node/protocol/append-response';
import { CAUGHT_UP, encodeConfirmation, encodeEvent } from '#embedded/node/protocol/read-response';
import { FEATURES, STREAMS } from '#embedded/node/service/definitions';
import { supportedMethods } from '#embedded/node/service/features';
import { decodeReadRequest } from '#embedded/node/service/read-request';
import { Disk } from './disk.ts';
import { usualRow } from './sample.ts';

type Reading = ServerWritableStream<Buffer, Buffer>;

/** The client writes the correlation id first: tag, length, and a UUID as text. */
const ID_LENGTH = 40;
const ANY_ID = '00000000-0000-4000-8000-000000000000';
/** The answer after its correlation id. */
const ANSWER = encodeBatchAppendResponse(ANY_ID, `bench-${ANY_ID}`, null, {
  kind: 'appended',
  revision: 1000,
  position: 100_000_000,
}).subarray(ID_LENGTH);
const EVENT = encodeEvent({
  ...usualRow,
  id: ANY_ID,
  isJson: true,
  stream: `bench-${ANY_ID}`,
  revision: 1000,
  position: 100_000_000,
  created: Date.now(),
});
/** What a subscription from the start is given. */
const EVENTS = Number(process.env['BENCH_EVENTS']);
const live = new Set<Reading>();
const database = process.env['BENCH_DATABASE'];
const disk = database === undefined ? null : await Disk.open(database, 'bench_stored_row', 1);

function batchAppend(call: ServerDuplexStream<Buffer, Buffer>): void {
  call.on('data', (request: Buffer) => {
    if (disk === null) answer(call, request);
    else void disk.insert().then(() => answer(call, request));
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
}

function answer(call: ServerDuplexStream<Buffer, Buffer>, request: Buffer): void {
  call.write(Buffer.concat([request.subarray(0, ID_LENGTH), ANSWER]));
  for (const reader of live) reader.write(EVENT);
}

function read(call: Reading): void {
  const { count, from } = decodeReadRequest(call.request);
  let left = count ?? (from === 'end' ? 0 : EVENTS);
  let isOpen = true;
  const write = (): void => {
    while (isOpen && left > 0) {
      left -= 1;
      if (!call.write(EVENT) && left > 0) return void call.once('drain', write);
    }
    if (count !== null) return void call.end();
    call.write(CAUGHT_UP);
    if (isOpen) live.add(call);
  };
  call.on('cancelled', () => {
    isOpen = false;
    live.delete(call);
  });
  call.on('error', () => undefined);
  if (count === null) call.write(encodeConfirmation(ANY_ID));
  write();
}

const refuse = (): undefined => undefined;
const features = supportedMethods();
const server = new Server();
server.addService(STREAMS, { read, append: refuse, batchAppend, delete: refuse, tombstone: refuse });
server.addService(FEATURES, {
  getSupportedMethods: (_: unknown, answer: sendUnaryData<Buffer>) => answer(null, features),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.send?.({ port });
});
process.on('disconnect', () => process.exit(0));
