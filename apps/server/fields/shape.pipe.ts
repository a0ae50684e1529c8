import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, type ValidatorOptions, validate } from 'class-validator';
import { badRequest, type FieldError, fieldError, problem } from '../http/problem.ts';
import type { Fault } from './checks.ts';
import { sizeFault } from './size.ts';

const rules: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: false,
  // Of each field: a list or an object that is wrong itself is not looked into.
  stopAtFirstError: true,
};

/** Bodies and query strings: everything that is wrong with them is said at once, and what is unknown is refused. */
@Injectable()
export class ShapePipe implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    const tooMuch = type === 'body' ? sizeFault(value) : undefined;
    if (tooMuch) throw tooMuch;
    if ((type !== 'body' && type !== 'query') || !isDto(metatype)) return value;
    const plain = type === 'query' ? { ...(value as object) } : bodyObject(value);
    const instance = plainToInstance(metatype, plain, { exposeUnsetFields: false });
    const found = await validate(instance, rules);
    // class-transformer drops these keys silently; a sender should know that they meant nothing.
    const dropped = ['__proto__', 'constructor'].filter((key) => Object.hasOwn(plain, key));
    const errors = [
      ...dropped.map((key) => fieldError(key, 'unknown-field')),
      ...found.flatMap((error) => faults(error, '', type)),
    ];
    if (errors.length > 0) throw badRequest(errors);
    return instance;
  }
}

function isDto(metatype: unknown): metatype is new () => object {
  return typeof metatype === 'function' && metatype !== Object && metatype !== String && metatype !== Buffer;
}

function bodyObject(value: unknown): object {
  if (value === undefined) throw problem(400, 'body-missing');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw problem(400, 'body-not-object');
  return value;
}

/** The faults of one field and of what is inside it, each with its dotted path (`entries.3.attendance`). */
export function faults(error: ValidationError, prefix: string, type: 'body' | 'query'): FieldError[] {
  const path = `${prefix}${error.property}`;
  const inside = (error.children ?? []).flatMap((child) => faults(child, `${path}.`, type));
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => {
    if (name === 'whitelistValidation')
      return fieldError(path, type === 'query' ? 'unknown-parameter' : 'unknown-field');
    if (name !== 'fault') return fieldError(path, 'not-an-object');
    const fault = JSON.parse(message) as Fault;
    return fieldError(path, fault.code, fault.params);
  });
  // A value of the wrong type fails its own check and the check of what should have been inside; once is enough.
  return [...own.slice(0, 1), ...inside];
}
