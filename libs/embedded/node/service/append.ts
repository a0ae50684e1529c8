import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { MAX_APPEND_SIZE } from '../event.ts';
import { decodeAppend, decodeBatchAppend } from '../protocol/append-request.ts';
import { type AppendOutcome, encodeAppendResponse, encodeBatchAppendResponse } from '../protocol/append-response.ts';
import { BadRequestError } from '../protocol/bad-request.ts';
import type { Log } from '../store/log.ts';
import {
  appendTooLarge,
  deadlineExceeded,
  endWith,
  invalidArgument,
  NOT_OFFERED,
  toCallError,
  unimplemented,
} from './status.ts';
import { add, COMPLETE_WITHIN_MS, type Pending, pendingOf, Unfinished } from './unfinished.ts';

/** How many appends of one client may wait; further ones are left on the line, and so hold up their writer. */
const MOST_OPEN = 5000;

/** Streams whose name starts with `$$` hold the metadata of others, and events of type `$>` are links: not offered. */
function isOffered(pending: Pending): boolean {
  return !pending.options.stream.startsWith('$$') && pending.events.every((event) => event.type !== '$>');
}

/**
 * The batch append: one call for the whole life of a connection, with appends and answers in both directions, told
 * apart by their correlation id. Answers come in the order of the commits. When an append cannot be answered, because
 * PostgreSQL is away, the whole call ends as unavailable: the protocol has no other word for it that clients know. Not
 * before the others that were begun on it have their answer, though, because one of them may have been written.
 */
export function batchAppend(log: Log, call: ServerDuplexStream<Buffer, Buffer>): void {
  const unfinished = new Unfinished((correlationId, { options: { stream, expected } }) =>
    answer(call, encodeBatchAppendResponse(correlationId, stream, expected, { kind: 'timeout' })),
  );
  let open = 0;
  let hasEnded = false;
  let failure: { readonly error: unknown } | null = null;
  const finish = (): void => {
    if (open > 0) return;
    if (failure !== null) endWith(call, failure.error);
    else if (hasEnded && !call.writableEnded) call.end();
  };
  const settle = async (correlationId: string, append: Pending): Promise<void> => {
    const { options, events, size } = append;
    const { stream, expected, deadline } = options;
    try {
      const outcome: AppendOutcome = isOffered(append)
        ? await log.append({ stream, expected, deadline, events, size })
        : { kind: 'unimplemented', message: NOT_OFFERED };
      answer(call, encodeBatchAppendResponse(correlationId, stream, expected, outcome));
    } catch (error) {
      failure ??= { error };
    }
    open -= 1;
    if (open < MOST_OPEN && call.isPaused()) call.resume();
    finish();
  };
  call.on('data', (bytes: Buffer) => {
    const ready = receive(call, unfinished, bytes);
    // Nothing is begun any more on a call that is about to end: it is told with the end.
    if (ready === null || failure !== null) return;
    open += 1;
    if (open >= MOST_OPEN) call.pause();
    void settle(...ready);
  });
  call.on('end', () => {
    hasEnded = true;
    finish();
  });
  call.on('close', () => unfinished.forgetAll());
}

/** The client may have gone, or the call may have failed for another append: then there is nobody to answer. */
function answer(call: ServerDuplexStream<Buffer, Buffer>, message: Buffer): void {
  if (!call.writableEnded && !call.destroyed) call.write(message);
}

/** Takes in one message; gives the append that it completes, if it does. Faulty ones are answered here. */
function receive(
  call: ServerDuplexStream<Buffer, Buffer>,
  unfinished: Unfinished,
  bytes: Buffer,
): [correlationId: string, append: Pending] | null {
  let correlationId = '';
  let stream = '';
  const refuse = (outcome: AppendOutcome): null => {
    unfinished.forget(correlationId);
    answer(call, encodeBatchAppendResponse(correlationId, stream, null, outcome));
    return null;
  };
  try {
    const message = decodeBatchAppend(bytes);
    correlationId = message.correlationId;
    // Options that come again change nothing, and what comes after a refusal without any is ignored: as by a real server.
    const append = unfinished.get(correlationId) ?? (message.options && pendingOf(message.options));
    if (append === null) return null;
    stream = append.options.stream;
    if (stream === '') return refuse({ kind: 'bad-request', message: 'the stream has no name' });
    add(append, message.events);
    if (append.size > MAX_APPEND_SIZE) return refuse({ kind: 'too-large' });
    if (!message.isFinal) {
      unfinished.keep(correlationId, append);
      return null;
    }
    unfinished.forget(correlationId);
    return [correlationId, append];
  } catch (error) {
    if (!(error instanceof BadRequestError) || error.correlationId === '') {
      endWith(call, error);
      return null;
    }
    correlationId = error.correlationId;
    const known = unfinished.get(correlationId);
    // It was refused before. A second answer is for an append that the client no longer knows, and would end its process.
    if (known === undefined && !error.hasOptions) return null;
    stream = known?.options.stream ?? '';
    return refuse({ kind: 'bad-request', message: error.message });
  }
}

/** The unary append: one call for one append, which the client uses when it sends credentials. */
export async function append(
  log: Log,
  call: ServerReadableStream<Buffer, Buffer>,
  reply: sendUnaryData<Buffer>,
): Promise<void> {
  try {
    const pending = await collect(call);
    if (!isOffered(pending)) throw unimplemented();
    const { options, events, size } = pending;
    const deadline = deadlineOf(call);
    const outcome = await log.append({ ...options, deadline, events, size, isGivenUp: () => call.cancelled });
    if (outcome.kind === 'timeout') throw deadlineExceeded();
    if (outcome.kind !== 'appended' && outcome.kind !== 'wrong-expected-version') throw invalidArgument(outcome.kind);
    reply(null, encodeAppendResponse(options.expected, outcome));
  } catch (error) {
    reply(toCallError(error));
  }
}

/** In this kind of append it is that of the call, and not among the options. @returns milliseconds since 1970. */
function deadlineOf(call: ServerReadableStream<Buffer, Buffer>): number | null {
  const deadline = Number(call.getDeadline());
  return Number.isFinite(deadline) ? deadline : null;
}

/** @throws Error when the request breaks off before its end, or does not come to it in time. */
async function collect(call: ServerReadableStream<Buffer, Buffer>): Promise<Pending> {
  // Ended, and not only answered: what has come of it would otherwise be kept until its line is lost.
  const timer = setTimeout(() => call.destroy(deadlineExceeded()), COMPLETE_WITHIN_MS);
  try {
    return await wholeOf(call);
  } finally {
    clearTimeout(timer);
  }
}

async function wholeOf(call: ServerReadableStream<Buffer, Buffer>): Promise<Pending> {
  let pending: Pending | null = null;
  for await (const bytes of call) {
    const message = decodeAppend(bytes as Buffer);
    if (message.kind === 'options') pending = pendingOf(message.options);
    else if (pending === null) throw new BadRequestError('the options of an append come first');
    else add(pending, [message.event]);
    if (pending !== null && pending.size > MAX_APPEND_SIZE) throw appendTooLarge();
  }
  if (pending === null || pending.options.stream === '') throw new BadRequestError('the stream has no name');
  return pending;
}
