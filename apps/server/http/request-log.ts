import type { NextFunction, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { ApiRequest } from './request.ts';

/**
 * One line per request: what was asked of which route, by whom (a pseudonymous id), with what result, in how many
 * milliseconds. No query text, no bodies, no addresses; ids in paths are pseudonymous.
 */
export function requestLog(logger: Logger): RequestHandler {
  return (request: ApiRequest, response: Response, next: NextFunction) => {
    const began = performance.now();
    response.once('close', () => {
      logger.info(
        {
          requestId: request.requestId,
          method: request.method,
          path: request.path,
          status: response.statusCode,
          finished: response.writableFinished,
          actor: request.principal?.actor,
          role: request.principal?.role,
          milliseconds: Math.round((performance.now() - began) * 10) / 10,
        },
        'request',
      );
    });
    next();
  };
}
