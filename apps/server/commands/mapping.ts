import type { ClearText } from '#domain/kernel/text';
import type { OccurredOn } from '#domain/kernel/time';
import type { CommandMeta } from '#log/contract/envelope';
import { readMoment } from '../fields/checks.ts';
import type { ReservationDto } from './shared.dto.ts';

/** Free text as the domain takes it. */
export function text(clear: string): ClearText {
  return { $text: clear };
}

/** The same, where it may be left out. */
export function textIfAny(clear: string | undefined): ClearText | undefined {
  return clear === undefined ? undefined : text(clear);
}

/** The two moments of a fact: when it is recorded and when it happened. */
export function noted(body: { occurredOn: string }, meta: CommandMeta): { at: string; occurredOn: OccurredOn } {
  const occurredOn = readMoment(body.occurredOn);
  if (!occurredOn) throw new Error('occurredOn was not checked');
  return { at: meta.at, occurredOn };
}

/** A reservation as the domain takes it. */
export function reservation(body: ReservationDto | undefined) {
  return body && { reason: text(body.reason), decisionExpectedOn: body.decisionExpectedOn };
}

const textFields = new Set(['reason', 'text', 'summary', 'request', 'result', 'motivation', 'what']);

/**
 * The data of a corrected fact: plain strings become protected text in the fields that are protected text in every
 * event. Whether the whole is right is checked against the type of the fact that it corrects.
 */
export function correctedData(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, corrected(name, value)]));
}

function corrected(name: string, value: unknown): unknown {
  if (typeof value === 'string') return textFields.has(name) ? text(value) : value;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? correctedData(value as Record<string, unknown>) : value;
}
