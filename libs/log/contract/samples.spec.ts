import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formerTypes, registry } from '#domain/registry';
import { openText, placeOf } from '../protection/cipher.ts';
import { keysIn } from '../protection/texts.ts';
import { Vault } from '../protection/vault.ts';
import { productFolder } from '../release.ts';
import { canonical, digest } from './canonical.ts';
import { decode, encode } from './codec.ts';
import { UnknownEventType } from './errors.ts';
import { newSample } from './new-sample.ts';
import { storedTypes } from './upcast.ts';

/*
 * SAMENSPEL_FREEZE_SAMPLES=1 npm test -- libs/log/contract/samples    freezes a sample of every new type. It never
 *                                                                     changes one that is frozen.
 */

const folder = join(productFolder, 'libs/log/contract/samples');
const frozenFile = join(folder, 'frozen.sha256');
const readFrozen = () =>
  readFileSync(frozenFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  ') as [sha256: string, type: string])
    .map(([sha256, type]): [string, string] => [type, sha256]);

/** The key of the samples; it has never sealed anything else. */
const secret = Buffer.alloc(32, 1);

if (process.env['SAMENSPEL_FREEZE_SAMPLES']) freezeNew();
const frozen = new Map(readFrozen());

function freezeNew(): void {
  const known = new Map(readFrozen());
  const unknown = [...registry.keys()].filter((type) => !known.has(type));
  for (const type of unknown) {
    const id = `00000000-0000-4000-8000-${String(1000 + known.size).padStart(12, '0')}`;
    const sample = newSample(type, id, secret);
    writeFileSync(join(folder, `${type}.json`), `${sample}\n`);
    known.set(type, digest(JSON.parse(sample)));
  }
  const lines = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, sha256]) => `${sha256}  ${type}`);
  writeFileSync(frozenFile, `${lines.join('\n')}\n`);
}

function sampleOf(type: string) {
  return JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8'));
}

function read(type: string) {
  const { id, data, metadata } = sampleOf(type);
  return decode({
    event: {
      streamId: `${type.split('.')[0]}-${id}`,
      id,
      isJson: true,
      revision: 0n,
      type,
      created: new Date(0),
      data,
      metadata,
      position: { commit: 1n, prepare: 1n },
    },
    commitPosition: 1n,
  });
}

describe('the frozen samples', () => {
  test('hold one of every released type', () => {
    const released = [...registry.keys(), ...formerTypes.keys()];
    expect(released.filter((type) => !frozen.has(type))).toEqual([]);
    expect([...frozen.keys()].filter((type) => !released.includes(type))).toEqual([]);
  });

  test.each([...frozen.keys()])('%s is unchanged', (type) => {
    expect(digest(sampleOf(type))).toBe(frozen.get(type));
  });

  test.each([...registry.keys()])('%s is read, and is written again as the same bytes', (type) => {
    const sample = sampleOf(type);
    const event = read(type);
    const again = encode({ id: event.id, type: event.type, data: event.data, envelope: event.envelope });
    expect(JSON.stringify(again.data)).toBe(canonical(sample.data));
    expect(Buffer.from(again.metadata as Uint8Array).toString()).toBe(canonical(sample.metadata));
  });

  test.each([...formerTypes.keys()])('%s is read as the newest version of its type, and written no more', (type) => {
    const { id, data, metadata } = sampleOf(type);
    const event = read(type);
    expect(event).toMatchObject({ id, storedAs: type, envelope: metadata });
    expect(registry.has(event.type)).toBe(true);
    expect(storedTypes([event.type])).toContain(type);
    expect(() => encode({ id, type, data, envelope: metadata })).toThrow(UnknownEventType);
  });

  test('give attendance of before the roles no roles', () => {
    const former = sampleOf('meeting.attendance-recorded.v1');
    const { type, data } = read('meeting.attendance-recorded.v1');
    expect(type).toBe('meeting.attendance-recorded.v2');
    expect(data).toEqual({ entries: former.data.entries.map((entry: object) => ({ ...entry, roles: [] })) });
  });

  test('open their protected text in its place', async () => {
    const vault = new Vault({
      add: async () => undefined,
      find: async (ids) => new Map(ids.map((id) => [id, secret])),
      destroy: async () => undefined,
    });
    const withText = [...frozen.keys()].map(read).filter((event) => keysIn(event.data).size > 0);
    expect(withText.length).toBeGreaterThan(20);
    for (const event of withText) {
      const opened = await vault.open({ data: event.data, envelope: event.envelope }, event.id, '');
      expect(JSON.stringify(opened)).not.toContain('$sealed');
    }
    const paused = read('trajectory.paused.v1');
    const reason = paused.type === 'trajectory.paused.v1' ? paused.data.reason : undefined;
    if (!reason || !('$sealed' in reason)) throw new Error('The sample holds a sealed reason');
    expect(openText(reason, secret, placeOf(paused.id, '/data/reason'))).toBe('Een reden');
  });
});
