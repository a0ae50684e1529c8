import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { QueryClient } from '@tanstack/react-query';
import type { Session } from './token.ts';

const held = new Map<string, string>();
Object.defineProperty(globalThis, 'sessionStorage', {
  configurable: true,
  value: {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => held.set(key, text),
    removeItem: (key: string) => held.delete(key),
  },
});
// They read the storage as soon as they are loaded.
const { endSession, signIn, signOut } = await import('./session.ts');
const { newQueryClient } = await import('./query-client.ts');

const lead: Session = { token: 'a', role: 'lead', actor: 'lead-1', expiresAt: Date.now() + 60_000 };
const reporter: Session = { ...lead, token: 'b', role: 'reporter', actor: 'reporter-1' };
const texts = ['told', 'programme'];

let client: QueryClient;

beforeEach(() => {
  signIn(lead);
  client = newQueryClient();
  client.setQueryDefaults(texts, { gcTime: Number.POSITIVE_INFINITY });
  client.setQueryData(texts, 'De wethouder twijfelt.');
});

describe('what was told to who is signed in', () => {
  it('given that they sign out, then it is forgotten', () => {
    signOut();
    expect(client.getQueryData(texts)).toBeUndefined();
  });

  it('given a token that ended, then it is forgotten', () => {
    endSession('token-expired');
    expect(client.getQueryData(texts)).toBeUndefined();
  });

  it('given another role that signs in, then it is forgotten', () => {
    signIn(reporter);
    expect(client.getQueryData(texts)).toBeUndefined();
  });

  it('given an answer that is still on its way, then it does not arrive with who signs in next', async () => {
    let arrive: (text: string) => void = () => undefined;
    const asked = client.fetchQuery({
      queryKey: ['told', 'late'],
      queryFn: () => new Promise<string>((resolve) => (arrive = resolve)),
      gcTime: Number.POSITIVE_INFINITY,
    });
    signOut();
    signIn(reporter);
    arrive('De wethouder twijfelt.');
    await expect(asked).rejects.toThrow();
    expect(client.getQueryData(['told', 'late'])).toBeUndefined();
  });

  it('given a command that is under way, then it goes on', async () => {
    const recorded = jest.fn();
    const sent = client
      .getMutationCache()
      .build(client, { mutationFn: async () => 'recorded', onSuccess: recorded })
      .execute(undefined);
    signOut();
    await sent;
    expect(recorded).toHaveBeenCalled();
    expect(client.getMutationCache().getAll()).toHaveLength(1);
    client.getMutationCache().clear();
  });

  it('given what is asked without a session, then it stays', () => {
    const key = ['application-form', 'programme'];
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    client
      .getQueryCache()
      .build(client, { queryKey: key, meta: { isPublic: true } })
      .setData('Aanmelden');
    signOut();
    expect(client.getQueryData(key)).toBe('Aanmelden');
  });
});
