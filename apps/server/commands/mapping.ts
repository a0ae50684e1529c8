import { validate as isUuid } from 'uuid';
import { remindedOf } from '#domain/dossier/kinds/reminders';
import type { ClearText } from '#domain/kernel/text';
import type { OccurredOn } from '#domain/kernel/time';
import type { CommandMeta } from '#log/contract/envelope';
import * as checks from '../fields/checks.ts';
import { badRequest, type FieldError, fieldError } from '../http/problem.ts';
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
  const occurredOn = checks.readMoment(body.occurredOn);
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
 *
 * @throws Problem 400 about every text that cannot be kept, and about what only the product itself may write: sealed text
 * that was copied from elsewhere would stand in the log as said here.
 */
export function correctedData(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const errors = wrongTexts(data, 'data');
  if (errors.length > 0) throw badRequest(errors);
  return protectedIn(data);
}

function wrongTexts(value: unknown, path: string): FieldError[] {
  if (typeof value === 'string') return isTextField(path) ? faultAt(path, checkText(value)) : [];
  if (typeof value !== 'object' || value === null) return [];
  if ('$text' in value || '$sealed' in value) return faultAt(path, { code: 'not-text' });
  return Object.entries(value).flatMap(([name, inner]) => wrongTexts(inner, `${path}.${name}`));
}

function faultAt(path: string, fault: checks.Fault | undefined): FieldError[] {
  return fault ? [fieldError(path, fault.code, fault.params)] : [];
}

const checkText = checks.text(10_000);

function isTextField(path: string): boolean {
  return textFields.has(path.slice(path.lastIndexOf('.') + 1));
}

function protectedIn(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, corrected(name, value)]));
}

function corrected(name: string, value: unknown): unknown {
  if (typeof value === 'string') return textFields.has(name) ? text(value) : asId(name, value);
  if (Array.isArray(value)) {
    return value.map((entry) => (typeof entry === 'string' ? asId(name, entry) : corrected(name, entry)));
  }
  const isObject = typeof value === 'object' && value !== null;
  return isObject ? protectedIn(value as Record<string, unknown>) : value;
}

/** The id of one thing is one text: what comes in capitals is the same id. A case number is what it is. */
function asId(name: string, value: string): string {
  const isId = name === 'about' ? remindedOf.test(value) : isUuid(value) && name !== 'reference';
  return isId ? value.toLowerCase() : value;
}
