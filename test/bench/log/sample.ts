import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventData, jsonEvent } from '@eventstore/db-client';
import { productFolder } from '#log/release';

interface Sample {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
}

const folder = join(productFolder, 'libs', 'log', 'contract', 'samples');

function read(type: string): Sample & { readonly bytes: Uint8Array } {
  const sample: Sample = JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8'));
  return { ...sample, bytes: new Uint8Array(Buffer.from(JSON.stringify(sample.metadata), 'utf8')) };
}

const contacted = read('trajectory.contacted.v1');
const asked = read('trajectory.commitment-asked.v1');

/** A usual event of the product as its repository gives it to the client: some 200 bytes and an envelope of 800. */
export function usualEvent(): EventData {
  return jsonEvent({ type: contacted.type, data: contacted.data, metadata: contacted.bytes, id: randomUUID() });
}

/** Whether the command with this number carries protected text: three out of ten do. */
export function isProtected(number: number): boolean {
  return number % 10 < 3;
}

/** What the command with this number comes to in the log. */
export function eventNumber(number: number): EventData {
  const { type, data, bytes } = isProtected(number) ? contacted : asked;
  return jsonEvent({ type, data, metadata: bytes, id: randomUUID() });
}

/** The bytes of a usual event, for a bare row of a table. */
export const usualRow = {
  type: contacted.type,
  data: Buffer.from(JSON.stringify(contacted.data), 'utf8'),
  metadata: Buffer.from(contacted.bytes),
} as const;

/** The same content for a writer that builds its own event. */
export const usualContent: Sample = contacted;
