import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { languageOf } from './language.ts';
import type { AllowedMethods } from './methods.ts';
import { badRequest, Problem, problem } from './problem.ts';
import { problemBody } from './problem-body.ts';
import type { ApiRequest } from './request.ts';
import { translate } from './translate-error.ts';

/** Turns whatever was thrown into `application/problem+json` in the reader's language; nothing internal leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly allowedMethods: AllowedMethods,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const requestId = request.requestId ?? uuidv7();
    const found = this.problemOf(error, request);
    if (found.status >= 500) this.logger.error({ requestId, code: found.code, error: described(error) }, 'problem');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = languageOf(request.headers['accept-language']);
    response
      .status(found.status)
      .set({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': language })
      .set(found.details.headers ?? {})
      .send(JSON.stringify(problemBody(found, language, requestId)));
  }

  private problemOf(error: unknown, request: ApiRequest): Problem {
    if (!(error instanceof HttpException) || error.getStatus() !== 404)
      return withHeaderErrors(translate(error), request);
    const path = request.path;
    if (path.length > 1 && path.endsWith('/')) return problem(404, 'trailing-slash');
    const methods = this.allowedMethods(path);
    if (methods.length === 0) return problem(404, 'not-found');
    const allow = methods.join(', ');
    return problem(405, 'method-not-allowed', { methods: allow }, { headers: { Allow: allow } });
  }
}

/** What is wrong with the headers of a request comes before what is wrong with its body. */
function withHeaderErrors(found: Problem, { headerErrors = [] }: ApiRequest): Problem {
  if (found.code !== 'bad-request' || headerErrors.length === 0) return found;
  const { errors = [], data = {} } = found.details;
  const faults = Number(data['faults'] ?? errors.length);
  return badRequest([...headerErrors, ...errors], headerErrors.length + faults);
}

/** What a log line may hold of an error: where it went wrong, not what was sent. */
function described(error: unknown): { name: string; message: string; stack?: string | undefined } {
  if (error instanceof Problem && error.cause === undefined) return { name: 'Problem', message: error.code };
  const cause = error instanceof Problem ? error.cause : error;
  if (cause instanceof Error) return { name: cause.name, message: cause.message, stack: cause.stack };
  return { name: 'unknown', message: String(cause) };
}
