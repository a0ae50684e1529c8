import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import {
  address,
  type Check,
  day,
  digest,
  id,
  key,
  list,
  moment,
  object,
  oneOf,
  organisation,
  reminded,
  text,
  time,
  whole,
} from './checks.ts';

export interface FieldOptions {
  /** A field that may be left out. */
  readonly optional?: true;
  /** For the documentation, in English. */
  readonly description?: string;
  readonly example?: string | number;
}

interface Shape extends FieldOptions {
  readonly check: Check;
  readonly api: ApiPropertyOptions;
}

/**
 * One field: its check and its place in the documentation. The fault travels as JSON in the message of class-validator,
 * because only the edge knows in which language it is to be said.
 */
export function field({ check, api, optional, description, example }: Shape): PropertyDecorator {
  const rules = [
    ValidateBy({
      name: 'fault',
      validator: {
        validate: (value: unknown) => value !== undefined && check(value) === undefined,
        defaultMessage: (args) => JSON.stringify(args?.value === undefined ? { code: 'required' } : check(args.value)),
      },
    }),
    ApiProperty({
      ...api,
      required: !optional,
      ...(description && { description }),
      ...(example !== undefined && { example }),
    } as ApiPropertyOptions),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
  ];
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}

/** Free text that may name people; it is sealed before it is recorded. */
export const ProtectedText = (options: FieldOptions = {}) =>
  field({
    check: text(10_000),
    api: { type: String, minLength: 1, maxLength: 10_000 },
    description: 'Free text; encrypted in the log.',
    ...options,
  });

/** A short name of a thing or an organisation, never of a person. */
export const Name = (options: FieldOptions = {}) =>
  field({ check: text(200), api: { type: String, minLength: 1, maxLength: 200 }, ...options });

/** A key in a template or an open list, such as a role: people appear by role only. */
export const Key = (options: FieldOptions = {}) =>
  field({ check: key, api: { type: String, maxLength: 60, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }, ...options });

/** A field that holds an id, or a list of them. The id of one thing is one text: what comes in capitals is the same id. */
export function idField(shape: Shape): PropertyDecorator {
  const small = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
  return (target, property) => {
    field(shape)(target, property);
    Transform(({ value }) => (Array.isArray(value) ? value.map(small) : small(value)))(target, property);
  };
}

export const Id = (options: FieldOptions = {}) =>
  idField({ check: id, api: { type: String, format: 'uuid' }, ...options });

export const Day = (options: FieldOptions = {}) =>
  field({ check: day, api: { type: String, format: 'date' }, example: '2026-03-18', ...options });

export const Time = (options: FieldOptions = {}) =>
  field({ check: time, api: { type: String }, example: '08:00', ...options });

export const Digest = (options: FieldOptions = {}) =>
  field({ check: digest, api: { type: String, minLength: 64, maxLength: 64 }, ...options });

export const Organisation = (options: FieldOptions = {}) =>
  idField({
    check: organisation,
    api: { type: String },
    description: 'CBS code or id of an organisation.',
    example: '0106',
    ...options,
  });

/** What somebody is reminded of. */
export const RemindedOf = () =>
  idField({
    check: reminded,
    api: { type: String },
    example: 'commitment:0197aaaa-0000-7000-8000-000000000001/council',
  });

/** Used and forgotten: an address is never recorded. */
export const Address = (options: FieldOptions = {}) =>
  field({ check: address, api: { type: String, format: 'email', maxLength: 254 }, ...options });

/** When a fact happened, as precisely as its source knows it. */
export const OccurredOn = () =>
  field({
    check: moment,
    api: { type: String },
    description: 'When it happened: a day, a month (`2026-03`) or a moment in UTC.',
    example: '2026-03-18',
  });

export const Whole = (min: number, max: number, options: FieldOptions = {}) =>
  field({ check: whole(min, max), api: { type: 'integer', minimum: min, maximum: max }, ...options });

export const OneOf = (values: readonly string[], options: FieldOptions = {}) =>
  field({ check: oneOf(values), api: { type: String, enum: [...values] }, ...options });

/** A list of plain values, each with the same check. */
export const ListOf = (item: Check, api: { format?: string }, min: number, max: number, options: FieldOptions = {}) =>
  (item === id || item === organisation ? idField : field)({
    check: (value) => list(min, max)(value) ?? (value as unknown[]).map(item).find((fault) => fault !== undefined),
    api: { type: 'array', items: { type: 'string', ...api }, minItems: min, maxItems: max },
    ...options,
  });

/** A list of objects of one class. */
export function Entries(type: () => new () => object, min: number, max: number): PropertyDecorator {
  return (target, property) => {
    field({ check: list(min, max), api: { type: type(), isArray: true, minItems: min, maxItems: max } })(
      target,
      property,
    );
    ValidateNested({ each: true })(target, property);
    Type(type)(target, property);
  };
}

/** An object of one class inside another. */
export function Part(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    field({ check: object, api: { type: type() }, ...options })(target, property);
    ValidateNested()(target, property);
    Type(type)(target, property);
  };
}

/** An object whose content is checked later, against the type of the fact that it is about. */
export const AnyObject = (options: FieldOptions = {}) =>
  field({ check: object, api: { type: 'object', additionalProperties: true }, ...options });
