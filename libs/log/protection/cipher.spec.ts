import { describe, expect, test } from '@jest/globals';
import { openText, placeOf, sealText } from './cipher.ts';
import { keysIn } from './texts.ts';
import { Vault } from './vault.ts';
import { WrappingKey } from './wrapping-key.ts';

const key = { id: '00000000-0000-4000-8000-000000000099', secret: Buffer.alloc(32, 7) };
const place = placeOf('event-1', '/data/reason');

describe('a sealed text', () => {
  test('opens with its key in its place', () => {
    expect(openText(sealText('De raad vroeg uitstel: één week', key, place), key.secret, place)).toBe(
      'De raad vroeg uitstel: één week',
    );
  });

  test('does not open in another field, in another event or with another key', () => {
    const sealed = sealText('vertrouwelijk', key, place);
    expect(() => openText(sealed, key.secret, placeOf('event-1', '/data/summary'))).toThrow();
    expect(() => openText(sealed, key.secret, placeOf('event-2', '/data/reason'))).toThrow();
    expect(() => openText(sealed, Buffer.alloc(32, 8), place)).toThrow();
  });

  test('is another ciphertext each time, so that equal texts do not show', () => {
    const [one, two] = [sealText('ja', key, place), sealText('ja', key, place)];
    expect(one.$sealed.data).not.toBe(two.$sealed.data);
  });
});

describe('the wrapping key', () => {
  test('unwraps what it wrapped, and nothing that another wrapped or that was given another name', () => {
    const wrapping = new WrappingKey(Buffer.alloc(32, 1));
    const wrapped = wrapping.wrap(key);
    expect(wrapping.unwrap(key.id, wrapped)).toEqual(key.secret);
    expect(() => new WrappingKey(Buffer.alloc(32, 2)).unwrap(key.id, wrapped)).toThrow();
    expect(() => wrapping.unwrap('another', wrapped)).toThrow();
  });
});

describe('the vault', () => {
  /** A store in memory: the real one is tested against PostgreSQL in vault.int.spec.ts. */
  function vaultWith(kept: Map<string, Buffer>, failing = false) {
    return new Vault({
      add: async (keys) => {
        if (failing) throw new Error('disk full');
        for (const { id, secret } of keys) kept.set(id, secret);
      },
      find: async (ids) => new Map(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id) ?? Buffer.alloc(0)]] : []))),
      destroy: async (ids) => {
        for (const id of ids) kept.delete(id);
      },
    });
  }

  const event = { data: { reason: { $text: 'Ziekte' }, rows: [{ question: { $text: 'Hoe?' }, line: 2 }] } };

  test('seals every text of an event with one durable key and opens it again', async () => {
    const kept = new Map<string, Buffer>();
    const vault = vaultWith(kept);
    const sealed = await vault.seal(event, 'event-1', '');
    expect(JSON.stringify(sealed)).not.toMatch(/Ziekte|Hoe/);
    expect(keysIn(sealed).size).toBe(1);
    expect(kept.has([...keysIn(sealed)][0] ?? '')).toBe(true);
    expect(await vault.open(sealed, 'event-1', '')).toEqual(event);
  });

  test('shows a text whose key was destroyed as destroyed, and leaves the rest', async () => {
    const vault = vaultWith(new Map());
    const sealed = await vault.seal(event, 'event-1', '');
    await vault.destroy([...keysIn(sealed)][0] ?? '');
    expect(await vault.open(sealed, 'event-1', '')).toEqual({
      data: { reason: { $destroyed: true }, rows: [{ question: { $destroyed: true }, line: 2 }] },
    });
  });

  test('seals nothing when no key could be made durable', async () => {
    await expect(vaultWith(new Map(), true).seal(event, 'event-1', '')).rejects.toThrow('disk full');
  });

  test('makes few keys for a process that seals little, and many for one that is busy', async () => {
    const kept = new Map<string, Buffer>();
    const vault = vaultWith(kept);
    await vault.seal(event, 'event-0', '');
    expect(kept.size).toBe(8);
    for (let i = 1; i < 3_000; i++) await vault.seal(event, `event-${i}`, '');
    // What was made and not used is lost when the process ends.
    expect(kept.size - 3_000).toBeLessThanOrEqual(768);
    expect(kept.size - 3_000).toBeGreaterThanOrEqual(200);
  });

  test('takes no key for an event without protected text', async () => {
    const plain = { data: { layer: 'council' } };
    expect(await vaultWith(new Map(), true).seal(plain, 'event-1', '')).toBe(plain);
  });
});
