import type { ServerWritableStream } from '@grpc/grpc-js';
import { NO_STREAM, type RecordedEvent } from '../event.ts';
import { encodeEvent, encodeStreamNotFound } from '../protocol/read-response.ts';
import type { Log } from '../store/log.ts';
import { STREAM_PAGE_BYTES } from '../store/log-reader.ts';
import { Outlet } from './outlet.ts';
import type { From, ReadRequest } from './read-request.ts';

/** A page of a stream starts small and grows, so that one read of few events stays cheap and no page gets heavy. */
const FIRST_PAGE = 64;
const LARGEST_PAGE = 1000;

type Page = readonly RecordedEvent[];
type Reader = Pick<Outlet, 'isClosed' | 'write'>;
type Wanted = Pick<ReadRequest, 'count' | 'filter' | 'structuredId'>;

/** A read from start to end: pages from storage, the next one fetched while the last one is written. */
export async function read(log: Log, request: ReadRequest, call: ServerWritableStream<Buffer, Buffer>): Promise<void> {
  const outlet = new Outlet(call);
  const { stream } = request;
  const last = stream === null ? NO_STREAM : await log.lastRevision(stream);
  if (stream !== null && last === NO_STREAM) {
    outlet.write(encodeStreamNotFound(stream));
  } else {
    const pages = stream === null ? pagesOfAll(log, request) : pagesOfStream(log, { stream, last }, request);
    await writePages(pages, request, outlet);
  }
  call.end();
}

/** Writes the pages to the reader, as long as it is there. */
export async function writePages(pages: AsyncIterator<Page>, request: Wanted, outlet: Reader): Promise<void> {
  let left = request.count ?? Number.POSITIVE_INFINITY;
  if (left === 0) return;
  const ask = () => {
    const coming = pages.next();
    // Looked at when its turn comes, and not at all when the reader has gone: a failure must not count as unnoticed.
    coming.catch(() => undefined);
    return coming;
  };
  let coming = ask();
  while (left > 0 && !outlet.isClosed) {
    const page = await coming;
    if (page.done === true) return;
    coming = ask();
    left -= await writePage(page.value, left, request, outlet);
  }
}

/** @returns how many were written: at most `left`, and only what the filter accepts. */
async function writePage(page: Page, left: number, request: Wanted, outlet: Reader): Promise<number> {
  let written = 0;
  for (const event of page) {
    if (written === left || outlet.isClosed) break;
    if (request.filter !== null && !request.filter.accepts(event)) continue;
    const full = outlet.write(encodeEvent(event, request.structuredId));
    if (full !== null) await full;
    written += 1;
  }
  return written;
}

function pagesOfAll(log: Log, request: ReadRequest): AsyncGenerator<Page> {
  const limit = request.filter === null && request.count !== null ? request.count : Number.MAX_SAFE_INTEGER;
  return request.isBackwards ? backwards(log, request.from, limit) : forwards(log, request.from, limit);
}

/** From a position includes the event there. A read ends where the log ended when it began, or it might never end. */
async function* forwards(log: Log, from: From, limit: number): AsyncGenerator<Page> {
  const end = log.tail.head;
  for (let at = from === 'end' ? end : startOf(from) - 1; at < end; ) {
    const page = await log.reader.allAfter(at, limit);
    const last = page.at(-1);
    if (last === undefined) return;
    at = last.position;
    yield at <= end ? page : page.filter((event) => event.position <= end);
  }
}

/** From a position excludes the event there, as on a real server. */
async function* backwards(log: Log, from: From, limit: number): AsyncGenerator<Page> {
  const end = log.tail.head + 1;
  for (let at = from === 'end' ? end : Math.min(startOf(from), end); at > 0; ) {
    const page = await log.reader.allBefore(at, limit);
    const last = page.at(-1);
    if (last === undefined) return;
    at = last.position;
    yield page;
  }
}

function startOf(from: From): number {
  return typeof from === 'number' ? from : 0;
}

/** As with `$all`, a read ends where its stream ended when it began: with revision `last`. */
export async function* pagesOfStream(
  log: Log,
  { stream, last }: { readonly stream: string; readonly last: number },
  { isBackwards, from, count }: Pick<ReadRequest, 'isBackwards' | 'from' | 'count'>,
): AsyncGenerator<Page> {
  if (!isBackwards && from === 'end') return;
  let at = isBackwards ? Math.min(from === 'end' ? last : startOf(from), last) : startOf(from);
  let left = count ?? Number.POSITIVE_INFINITY;
  let most = FIRST_PAGE;
  while (left > 0 && at >= 0 && at <= last) {
    const page = isBackwards
      ? await log.reader.streamDownFrom(stream, at, Math.min(most, left))
      : await log.reader.streamFrom(stream, at, Math.min(most, left, last - at + 1));
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    at = isBackwards ? end.revision - 1 : end.revision + 1;
    left -= page.length;
    most = nextPage(page);
  }
}

/** Whether a stream ends with this page, of which so many events were asked for: it is short, though it had room. */
export function isLastPage(page: Page, size: number): boolean {
  return page.length < size && bytesOf(page) < STREAM_PAGE_BYTES;
}

/** As many events as weigh about what a page may weigh, judged by the page before. */
export function nextPage(page: Page): number {
  return Math.max(1, Math.min(LARGEST_PAGE, Math.floor((STREAM_PAGE_BYTES * page.length) / (bytesOf(page) + 1))));
}

function bytesOf(page: Page): number {
  return page.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0);
}
