import { setImmediate } from 'node:timers/promises';
import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { Principal } from '#identity/principal';
import type { CommandMeta } from '#log/contract/envelope';
import { exampleStart } from '#log/genesis';
import { Engines } from '../engines.ts';
import { instant } from '../fields/checks.ts';
import { badRequest, type FieldError, fieldError, problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { SimulatedClock } from './clock.ts';

const channels = ['page', 'api', 'cli'] as const;

/** A revision that no stream has: a command that expects it can only be answered as a repeat. */
const onlyAsRepeat = Number.MAX_SAFE_INTEGER;

/** Builds what a command carries besides its content from the token and the headers; says at once what is wrong with them. */
@Injectable()
export class MetaPipe implements PipeTransform<ApiRequest, Promise<CommandMeta>> {
  constructor(
    private readonly engines: Engines,
    private readonly clock: SimulatedClock,
  ) {}

  async transform(request: ApiRequest): Promise<CommandMeta> {
    const errors: FieldError[] = [];
    const principal = request.principal;
    if (!principal) throw problem(401, 'token-missing');
    const key = idempotencyKey(request, errors);
    const expectedRevision = ifMatch(request, principal, errors);
    const told = clockOf(request, errors);
    const kind = channelOf(request, errors);
    if (errors.length > 0) {
      // The pipes of a request run side by side and the first to throw ends it. What is wrong with the headers is kept on
      // the request, and the body goes first, so that the answer can tell both.
      request.headerErrors = errors;
      await setImmediate();
      throw badRequest([]);
    }
    // The clock of an example is moved by who signed in, not by who comes in by a link or a form.
    if (told !== undefined && principal.role === 'participant') throw problem(422, 'clock-not-simulated');
    if (told !== undefined) request.clock = this.simulated(told);
    const expected = request.clock?.behind === undefined ? expectedRevision : onlyAsRepeat;
    return {
      // The namespace makes the same key of two actors two commands.
      commandId: key === undefined ? uuidv7() : uuidv5(key, principal.actor),
      ...principal,
      channel: { kind },
      at: told ?? (await this.moment(request)),
      ...(expected !== undefined && { expectedRevision: expected }),
    };
  }

  /** When a request is recorded that tells no clock. An example in which nothing happened yet begins now. */
  private async moment(request: ApiRequest): Promise<string> {
    const now = new Date().toISOString();
    // What is wrong with the body can be put right; that a part is away, which this throws, is told after it.
    if (!this.engines.connected) await setImmediate();
    const { log } = this.engines.parts;
    if (log.purpose !== 'example') return now;
    const moment = await this.clock.now(async () => {
      const last = await log.last();
      return last && last.recordedAt > exampleStart ? last.recordedAt : now;
    });
    request.clock = { told: moment, behind: undefined };
    return moment;
  }

  /**
   * A clock behind the latest one is still let through to the stream, because a client that was interrupted repeats its
   * commands with the clock they had; only what is new is then refused.
   */
  private simulated(told: string): NonNullable<ApiRequest['clock']> {
    if (this.engines.parts.log.purpose !== 'example') throw problem(422, 'clock-not-simulated');
    return { told, behind: this.clock.aheadOf(told) };
  }
}

function single(request: ApiRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function idempotencyKey(request: ApiRequest, errors: FieldError[]): string | undefined {
  const key = single(request, 'idempotency-key');
  if (key === undefined) return undefined;
  if (key.trim() === '') errors.push(fieldError('Idempotency-Key', 'empty-text'));
  if (key.length > 200) errors.push(fieldError('Idempotency-Key', 'too-long', { max: 200 }));
  return key;
}

/**
 * Only who signed in can make a command conditional: the answer that something was recorded in between tells what, by whom
 * and when, and even without that, how much. Left out silently, a condition would be thought to hold.
 */
function ifMatch(request: ApiRequest, { role }: Principal, errors: FieldError[]): number | undefined {
  const tag = single(request, 'if-match');
  if (tag === undefined || tag === '*') return undefined;
  if (role === 'participant') {
    errors.push(fieldError('If-Match', 'no-condition-here'));
    return undefined;
  }
  const revision = /^(?:W\/)?"(\d{1,15})"$/.exec(tag)?.[1];
  if (revision === undefined) errors.push(fieldError('If-Match', 'not-a-revision'));
  return Number(revision);
}

function channelOf(request: ApiRequest, errors: FieldError[]): 'page' | 'api' | 'cli' {
  const told = single(request, 'samenspel-channel') ?? 'api';
  const known = channels.find((channel) => channel === told);
  if (!known) errors.push(fieldError('Samenspel-Channel', 'not-one-of', { values: channels.join(', ') }));
  return known ?? 'api';
}

function clockOf(request: ApiRequest, errors: FieldError[]): string | undefined {
  const told = single(request, 'samenspel-clock');
  if (told === undefined) return undefined;
  const fault = instant(told);
  if (!fault) return new Date(told).toISOString();
  errors.push(fieldError('Samenspel-Clock', fault.code));
  return undefined;
}

const theRequest = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<ApiRequest>(),
);

/** The `CommandMeta` of this request. */
export const Meta = () => theRequest(MetaPipe);
