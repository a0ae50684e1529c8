import { isEmail } from 'class-validator';
import { validate as isUuid } from 'uuid';
import { remindedOf } from '#domain/dossier/kinds/reminders';
import { isDay } from '#domain/kernel/days';
import { canBeHeld } from '#domain/kernel/names';
import { subjectKinds } from '#domain/kernel/subject';
import type { OccurredOn } from '#domain/kernel/time';
import type { MessageCode, Params } from '../http/messages.ts';

/** What is wrong with a value: the code of its sentence and what fills it. */
export interface Fault {
  readonly code: MessageCode;
  readonly params?: Params;
}

/** A pure check of one value; `undefined` says that it is right. */
export type Check = (value: unknown) => Fault | undefined;

const keyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z$/;

/** Text of 1 to `max` characters that is not only white space, and that can be kept as it is. */
export function text(max: number): Check {
  return (value) => {
    if (typeof value !== 'string') return { code: 'not-text' };
    if (value.trim() === '') return { code: 'empty-text' };
    if (!canBeHeld(value)) return { code: 'unreadable-text' };
    // What was not UTF-8 has become this sign; recorded, the letters would be lost for good.
    if (value.includes('\uFFFD')) return { code: 'lost-letters' };
    return value.length > max ? { code: 'too-long', params: { max } } : undefined;
  };
}

/** Text that `fits`; anything else, whatever its type, is that fault. */
function pattern(code: MessageCode, fits: (value: string) => boolean): Check {
  return (value) => (typeof value === 'string' && fits(value) ? undefined : { code });
}

export const day = pattern('not-a-day', isDay);
export const instant = pattern('not-an-instant', isInstant);
export const moment = pattern('not-a-moment', (value) => readMoment(value) !== undefined);
export const id = pattern('not-an-id', isUuid);
export const key = pattern('not-a-key', (value) => value.length <= 60 && keyPattern.test(value));
export const organisation = pattern('not-an-organisation', (value) => /^\d{2,4}$/.test(value) || isUuid(value));
export const time = pattern('not-a-time', (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value));
export const digest = pattern('not-a-digest', (value) => /^[0-9a-f]{64}$/.test(value));
export const pointInHistory = pattern(
  'not-a-point-in-history',
  (value) => /^ordinal:\d{1,15}$/.test(value) || isInstant(value),
);
export const subject = pattern(
  'not-a-subject',
  (value) => /^[a-z-]+:[\w/-]{1,150}$/.test(value) && subjectKinds.some((kind) => value.startsWith(`${kind}:`)),
);
export const reminded = pattern('not-a-subject', (value) => remindedOf.test(value));
export const address = pattern('not-an-address', (value) => value.length <= 254 && isEmail(value));
export const yesOrNo = pattern('not-yes-or-no', (value) => value === 'true' || value === 'false');

/** A whole number within these bounds, both included. */
export function whole(min: number, max: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? undefined
      : { code: 'not-a-number', params: { min, max } };
}

/** The same in a query string. */
export function wholeInText(min: number, max: number): Check {
  const check = whole(min, max);
  return (value) => check(typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : undefined);
}

/** One of a fixed set of words. */
export function oneOf(values: readonly string[]): Check {
  return (value) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : { code: 'not-one-of', params: { values: values.join(', ') } };
}

/** A list of `min` to `max` items. */
export function list(min: number, max: number): Check {
  return (value) => {
    if (!Array.isArray(value)) return { code: 'not-a-list' };
    return value.length < min || value.length > max ? { code: 'wrong-size', params: { min, max } } : undefined;
  };
}

/** An object, not a list and not null. */
export const object: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : { code: 'not-an-object' };

function isInstant(value: string): boolean {
  return instantPattern.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

/** When something happened, as precisely as the text says; `undefined` when it says nothing of the kind. */
export function readMoment(value: string): OccurredOn | undefined {
  if (isDay(value)) return { precision: 'day', value };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return { precision: 'month', value };
  if (isInstant(value)) return { precision: 'moment', value: new Date(value).toISOString() };
  return undefined;
}
