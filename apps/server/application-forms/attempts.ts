import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Limiter, senderOf, tooMany, usual } from './limiter.ts';

/** As many as one sender may send to three forms. */
const { periodMs, senders } = usual;
const limits = { ofSender: 3 * usual.ofSender, periodMs, senders };

const toForm = /^\/v1\/public\/programmes\/[^/]+\/applications$/;

/**
 * Counts what one sender sends to any form before it is looked at, and so before its body is read: what is no JSON, too
 * large, in no right shape, or for no form that there is, counts too. By the address alone: what else a request says can be
 * made up, and would push out what is remembered. Too much is 429.
 */
export function attempts(): RequestHandler {
  const limiter = new Limiter(limits);
  return (request: Request, _response: Response, next: NextFunction) => {
    const isAttempt = request.method === 'POST' && toForm.test(request.path);
    if (isAttempt && !limiter.takes('any', senderOf(request.ip))) throw tooMany();
    next();
  };
}
