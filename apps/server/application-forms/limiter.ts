import { createHmac, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { type Problem, problem } from '../http/problem.ts';

/** How many attempts are taken within a period, of one sender and of one form. */
export interface Limits {
  readonly ofSender: number;
  /** Left out where what all send together is not counted. */
  readonly ofForm?: number;
  readonly periodMs: number;
  /** How many senders are remembered at most; of more, the one that was remembered first is forgotten. */
  readonly senders: number;
}

export const usual: Limits = { ofSender: 20, ofForm: 120, periodMs: 60 * 60 * 1_000, senders: 10_000 };

/**
 * Holds back who sends too much to an open form. It counts in this process alone: with several servers each takes its own
 * share, and a restart begins anew. Addresses are remembered as a keyed hash, and no longer than the period.
 */
export class Limiter {
  readonly #salt = randomBytes(32);
  readonly #attempts = new Map<string, readonly number[]>();

  constructor(
    private readonly limits: Limits = usual,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** Counts an attempt, and says whether it is taken; one that is not taken does not count. */
  takes(form: string, address: string): boolean {
    const sender = createHmac('sha256', this.#salt).update(`${form} ${address}`).digest('base64url');
    const { ofSender, ofForm } = this.limits;
    const counted = [{ key: sender, most: ofSender }, ...(ofForm === undefined ? [] : [{ key: form, most: ofForm }])];
    const found = counted.map(({ key, most }) => ({ key, most, recent: this.#recent(key) }));
    if (found.some(({ most, recent }) => recent.length >= most)) return false;
    for (const { key, recent } of found) this.#remember(key, recent);
    return true;
  }

  #recent(key: string): readonly number[] {
    const since = this.now() - this.limits.periodMs;
    return (this.#attempts.get(key) ?? []).filter((at) => at > since);
  }

  #remember(key: string, before: readonly number[]): void {
    // Taken out first, so that the order of the map is that of the last attempt.
    this.#attempts.delete(key);
    this.#attempts.set(key, [...before, this.now()]);
    const [first] = this.#attempts.keys();
    if (this.#attempts.size > this.limits.senders && first !== undefined) this.#attempts.delete(first);
  }
}

/**
 * The sender of a request by its address, which may be what a proxy says: without a port, an IPv4 address always written
 * alike, and of IPv6 the first 64 bits, because one customer has all addresses that begin so.
 */
export function senderOf(address = ''): string {
  const alone = address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (!ipaddr.isValid(alone)) return alone;
  const ip = ipaddr.process(alone);
  return ip.kind() === 'ipv4' ? ip.toString() : ip.toByteArray().slice(0, 8).join('.');
}

/** The answer to what is held back. */
export function tooMany(): Problem {
  return problem(429, 'too-many-applications', {}, { headers: { 'Retry-After': '3600' } });
}
