import type { PipeTransform } from '@nestjs/common';
import { type Fault, moment } from '../fields/checks.ts';
import { badRequest, fieldError, problem } from '../http/problem.ts';
import { faultsIn } from './field-faults.ts';
import type { FieldShape } from './field-shape.ts';

/** A fact as it was sent, of which the shape was checked. */
export interface FactBody {
  readonly occurredOn: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The body of one type of fact: everything that is wrong with it is said at once, and what is unknown is refused. */
export class FactBodyPipe implements PipeTransform<unknown, FactBody> {
  constructor(private readonly shape: FieldShape) {}

  /** @throws Problem 400 with every fault. */
  transform(body: unknown): FactBody {
    if (body === undefined) throw problem(400, 'body-missing');
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw problem(400, 'body-not-object');
    const { occurredOn, ...fields }: { occurredOn?: unknown } & Record<string, unknown> = { ...body };
    const fault: Fault | undefined = occurredOn === undefined ? { code: 'required' } : moment(occurredOn);
    const wrong = fault ? [fieldError('occurredOn', fault.code, fault.params)] : [];
    const errors = [...wrong, ...faultsIn(this.shape, fields, '')];
    if (errors.length > 0) throw badRequest(errors);
    return { occurredOn: String(occurredOn), fields };
  }
}
