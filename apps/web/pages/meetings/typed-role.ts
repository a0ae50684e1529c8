import { roles as known, roleIn } from '../../ui/facts/roles.ts';
import type { MessageId } from '../../ui/message-id.ts';

/** The most roles in which one organisation is recorded at a meeting, by the contract of the log. */
export const mostRoles = 20;

type WordOf = (role: string) => string;

/** Why what was typed is no role beside these; undefined when it is one, and when nothing was typed. */
export function whyNotAdded(roles: readonly string[], typed: string, wordOf: WordOf): MessageId | undefined {
  if (typed.trim() === '') return undefined;
  const role = roleIn(typed, wordOf);
  if (role === '') return 'attendance.roleWithoutLetters';
  return roles.length >= mostRoles && !roles.includes(role) ? 'attendance.rolesFull' : undefined;
}

/** The roles with the one that was typed, where that is another. */
export function withTyped(roles: readonly string[], typed: string, wordOf: WordOf): readonly string[] {
  const role = roleIn(typed, wordOf);
  const isOther = role !== '' && !roles.includes(role) && whyNotAdded(roles, typed, wordOf) === undefined;
  return isOther ? [...roles, role] : roles;
}

/** The roles to tick, in an order that stays: those that are known, those that were offered before, and those that are chosen. */
export function offeredRoles(before: readonly string[], chosen: readonly string[]): readonly string[] {
  return [...new Set([...known, ...before, ...chosen])];
}
