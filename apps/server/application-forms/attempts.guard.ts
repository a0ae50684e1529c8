import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { ApiRequest } from '../http/request.ts';
import { Limiter, senderOf, tooMany, usual } from './limiter.ts';

/** As many as one sender may send to three forms. */
const { periodMs, senders } = usual;
const limits = { ofSender: 3 * usual.ofSender, periodMs, senders };

/**
 * Counts what one sender sends to any form before it is looked at: what is in no right shape, or for no form that there is,
 * counts too. By the address alone: what else a request says can be made up, and would push out what is remembered.
 */
@Injectable()
export class AttemptsGuard implements CanActivate {
  private readonly limiter = new Limiter(limits);

  /** @throws Problem 429 when too much comes in. */
  canActivate(context: ExecutionContext): true {
    const { ip } = context.switchToHttp().getRequest<ApiRequest>();
    if (this.limiter.takes('any', senderOf(ip))) return true;
    throw tooMany();
  }
}
