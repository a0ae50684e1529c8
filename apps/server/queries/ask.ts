import { applyDecorators, createParamDecorator, type ExecutionContext, Get } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiExtraModels,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
} from '@nestjs/swagger';
import type { Permission } from '#identity/roles';
import { type AsOf, parseKnownAt } from '#views/query/as-of';
import type { PageRequest } from '#views/query/paging';
import { May } from '../auth/access.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import type { Reading } from './queries.ts';
import { type AsOfDto, answerSchema, BasisDto, type ListDto, listSchema } from './query.dto.ts';

const notThere = ApiNotFoundResponse({ description: 'There was no such thing at that moment.' });

/** What every query shares: who may ask it, and its answers. */
function asks(path: string, summary: string, permission: Permission) {
  return [
    Get(path),
    May(permission),
    ApiOperation({ summary }),
    ApiExtraModels(BasisDto),
    ApiBadRequestResponse({ description: 'Everything that is wrong with the question, at once.' }),
    ApiServiceUnavailableResponse({ description: '`not-there-yet`: the data are not that far; ask again.' }),
    ...(path.includes(':') ? [notThere] : []),
  ];
}

/** A question about one thing. */
export const AsksOne = (path: string, summary: string, permission: Permission) =>
  applyDecorators(...asks(path, summary, permission), ApiOkResponse({ schema: answerSchema }));

/** A question that has a list for an answer. */
export const AsksList = (path: string, summary: string, permission: Permission) =>
  applyDecorators(...asks(path, summary, permission), ApiOkResponse({ schema: listSchema }));

/** A question about a programme that is answered with a file. */
export const AsksFile = (path: string, summary: string, permission: Permission) =>
  applyDecorators(...asks(path, summary, permission), notThere);

/** As of when the question is asked; the shape was checked before. */
export function asOf({ knownAt, validOn, minPosition }: AsOfDto): AsOf {
  return { knownAt: pointInHistory(knownAt), validOn, minPosition };
}

/** A moment or an ordinal as it stood in the query string. Moments may have come with fewer or more decimals. */
export function pointInHistory(text: string | undefined): AsOf['knownAt'] {
  if (text === undefined) return undefined;
  return parseKnownAt(text.startsWith('ordinal:') ? text : new Date(text).toISOString());
}

export function pageRequest({ limit, cursor }: ListDto): PageRequest {
  return { limit: limit === undefined ? undefined : Number(limit), cursor };
}

/** Who reads, and in which language. */
export const Reader = createParamDecorator((_: unknown, context: ExecutionContext): Reading => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const role = request.principal?.role;
  if (role === undefined || role === 'participant') throw problem(401, 'token-missing');
  return { role, language: languageOf(request.headers['accept-language']) };
});
