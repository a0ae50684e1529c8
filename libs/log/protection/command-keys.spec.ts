import { describe, expect, test } from '@jest/globals';
import { CommandKeys } from './command-keys.ts';
import { Vault } from './vault.ts';

function aVault(): Vault {
  return new Vault({ add: async () => undefined, find: async () => new Map(), destroy: async () => undefined });
}

/** The ids of so many keys for the next try. */
async function take(keys: CommandKeys, count = 1): Promise<string[]> {
  await keys.nextTry().reserve(count);
  return Array.from({ length: count }, () => keys.take().id);
}

describe('the keys of a command', () => {
  test('are used again when it is decided anew', async () => {
    const keys = new CommandKeys(aVault());
    const [first] = await take(keys);
    expect(await take(keys, 2)).toEqual([first, expect.not.stringContaining(first ?? '')]);
  });

  test('go back when nothing was recorded, and are the next ones to be used', async () => {
    const vault = aVault();
    const refused = new CommandKeys(vault);
    const [key] = await take(refused);
    refused.giveBack();
    expect(await take(new CommandKeys(vault))).toEqual([key]);
  });

  test('go back also when the command was given up before they came', async () => {
    let made = (): void => undefined;
    const add = () =>
      new Promise<void>((resolve) => {
        made = resolve;
      });
    const vault = new Vault({ add, find: async () => new Map(), destroy: async () => undefined });
    const late = new CommandKeys(vault);
    const waiting = late.nextTry().reserve(1);
    late.giveBack();
    made();
    await waiting;
    expect(() => late.take()).toThrow('reserved');
    expect(vault.keyAtHand()).toBeDefined();
  });

  test('that are in the log, or may be, never go back', async () => {
    const vault = aVault();
    const unsure = new CommandKeys(vault);
    await take(unsure);
    unsure.mayBeInTheLog();
    const [spent, spare] = await take(unsure, 2);
    unsure.giveBack();
    const after = new Set(await take(new CommandKeys(vault), 40));
    expect(after).not.toContain(spent);
    expect(after).toContain(spare);
  });

  test('are reserved before they are taken', () => {
    expect(() => new CommandKeys(aVault()).nextTry().take()).toThrow('reserved');
  });
});
