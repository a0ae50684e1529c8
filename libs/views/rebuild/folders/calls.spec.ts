import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from '@jest/globals';
import { Calls, HandedOver } from './calls.ts';

type Kitchen = {
  cook(dish: { readonly name: string }): Promise<string>;
  wash(): Promise<HandedOver<Uint8Array>>;
  burn(): Promise<never>;
  choke(): Promise<never>;
};
type Guest = { salt(dish: string): Promise<boolean> };

let channel: MessageChannel;

afterEach(() => channel.port1.close());

/** A guest and a kitchen that ask each other for things. */
function opened(): { kitchen: Calls<Kitchen>; bytes: Uint8Array } {
  channel = new MessageChannel();
  const bytes = new Uint8Array([1, 2, 3]);
  const guest: Calls<Guest> = new Calls<Guest>(channel.port2, {
    cook: async ({ name }) => ((await guest.ask('salt', name)) ? `${name} with salt` : name),
    wash: async () => new HandedOver(bytes, [bytes.buffer as ArrayBuffer]),
    burn: async () => {
      throw new RangeError('too hot');
    },
    choke: async () => {
      throw new Error('a bone', { cause: { of: () => 'a fish' } });
    },
  } satisfies Kitchen);
  const own = { salt: async (dish: string) => dish === 'soup' } satisfies Guest;
  return { kitchen: new Calls<Kitchen>(channel.port1, own), bytes };
}

test('each side answers what the other asks, also while it is asked itself, and several things at once', async () => {
  const { kitchen } = opened();
  const dishes = await Promise.all(['soup', 'pie'].map((name) => kitchen.ask('cook', { name })));
  expect(dishes).toEqual(['soup with salt', 'pie']);
});

test('bytes are handed over, and who had them has them no more', async () => {
  const { kitchen, bytes } = opened();
  expect([...(await kitchen.ask('wash', undefined))]).toEqual([1, 2, 3]);
  expect(bytes).toHaveLength(0);
});

test('what the other side throws is thrown', async () => {
  const { kitchen } = opened();
  await expect(kitchen.ask('burn', undefined)).rejects.toMatchObject({ message: 'too hot' });
});

test('what is thrown with something that cannot be copied is told in words', async () => {
  const { kitchen } = opened();
  await expect(kitchen.ask('choke', undefined)).rejects.toThrow('a bone');
});

test('the first reason for an end is the one that is told afterwards', async () => {
  const { kitchen } = opened();
  kitchen.end(new Error('on fire'));
  kitchen.end(new Error('closed'));
  await expect(kitchen.ask('cook', { name: 'soup' })).rejects.toThrow('on fire');
});

test('given that the other side ends, then what was asked fails, and so does what is asked afterwards', async () => {
  const { kitchen } = opened();
  const asked = kitchen.ask('cook', { name: 'soup' });
  kitchen.end(new Error('closed'));
  await expect(asked).rejects.toThrow('closed');
  await expect(kitchen.ask('cook', { name: 'pie' })).rejects.toThrow('closed');
});
