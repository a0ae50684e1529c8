import { describe, expect, test } from '@jest/globals';
import { CommandKeys } from './command-keys.ts';
import { keysIn, Vault } from './vault.ts';

function aVault(): Vault {
  return new Vault({ add: async () => undefined, find: async () => new Map(), destroy: async () => undefined });
}

const text = { reason: { $text: 'Ziekte' } };
const keyOf = (sealed: unknown) => [...keysIn(sealed)][0] ?? '';

describe('the keys of a command', () => {
  test('are used again when it is decided anew', async () => {
    const keys = new CommandKeys(aVault());
    const first = await keys.nextTry().seal(text, 'event-0', '');
    const second = await keys.nextTry().seal(text, 'event-0', '');
    expect(keyOf(second)).toBe(keyOf(first));
  });

  test('are one for each event', async () => {
    const sealer = new CommandKeys(aVault()).nextTry();
    const [one, two] = await Promise.all([sealer.seal(text, 'event-0', ''), sealer.seal(text, 'event-1', '')]);
    expect(keyOf(one)).not.toBe(keyOf(two));
  });

  test('go back when nothing was recorded, and are the next ones to be used', async () => {
    const vault = aVault();
    const refused = new CommandKeys(vault);
    const sealed = await refused.nextTry().seal(text, 'event-0', '');
    refused.giveBack();
    const next = await new CommandKeys(vault).nextTry().seal(text, 'event-9', '');
    expect(keyOf(next)).toBe(keyOf(sealed));
  });

  test('that are in the log, or may be, never go back', async () => {
    const vault = aVault();
    const unsure = new CommandKeys(vault);
    const two = unsure.nextTry();
    const spent = keyOf(await two.seal(text, 'event-0', ''));
    unsure.mayBeInTheLog();
    const spare = keyOf(await two.seal(text, 'event-1', ''));
    unsure.giveBack();
    const after = new Set<string>();
    for (let i = 0; i < 40; i++) after.add(keyOf(await new CommandKeys(vault).nextTry().seal(text, `event-${i}`, '')));
    expect(after.has(spare)).toBe(true);
    expect(after.has(spent)).toBe(false);
  });
});
