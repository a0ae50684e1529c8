import type { LoggedEvent } from '#log/contract/codec';
import type { CommandMeta } from '#log/contract/envelope';
import type { Outcome } from '#log/repository/outcome';

/**
 * What happened to an item that the sender of a command has not seen, when the command may be recorded only without that:
 * a mail cannot be taken back, so this is told before it goes, and not when it is to be recorded.
 */
export function notSeenBy(
  { expectedRevision: expected }: CommandMeta,
  history: readonly LoggedEvent[],
): Outcome | undefined {
  const actual = history.at(-1)?.revision ?? -1;
  if (expected === undefined || expected === actual) return undefined;
  return { outcome: 'conflict', expected, actual, between: history.filter(({ revision }) => revision > expected) };
}
