import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import { problem } from './problem.ts';
import type { ApiRequest } from './request.ts';

/** The version of the API as it is told in `API-Version` (NL API Design Rules, /core/version-header). */
export const apiVersion = '1.0.0';

/** Security headers on every answer. The pages load nothing from elsewhere; Swagger UI styles itself inline. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: null,
    },
  },
});

/** What every answer has, also an error: version, request id, and no copy in any cache. */
export function standardHeaders(request: ApiRequest, response: Response, next: NextFunction): void {
  const asked = request.headers['x-request-id'];
  request.requestId = typeof asked === 'string' && isUuid(asked) ? asked : uuidv7();
  response.set({
    'API-Version': apiVersion,
    'X-Request-Id': request.requestId,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
  });
  next();
}

/**
 * A path of the API that ends with a slash does not exist (NL API Design Rules, /core/no-trailing-slash); that of a page
 * leads on before this.
 */
export function noTrailingSlash(request: Request, _response: Response, next: NextFunction): void {
  if (request.path.length > 1 && request.path.endsWith('/') && !request.path.startsWith('/docs/'))
    throw problem(404, 'trailing-slash');
  next();
}

/** A body is JSON, or CSV where a file is imported; anything else is 415 before it is read. */
export function contentTypes(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  const expected = request.path.endsWith('/imports') ? 'text/csv' : 'application/json';
  if (hasBody && !request.is(expected)) throw problem(415, 'content-type-not-supported', { expected });
  next();
}
