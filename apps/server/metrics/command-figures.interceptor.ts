import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { translate } from '../http/translate-error.ts';
import { type CommandOutcome, ServerFigures } from './server-figures.ts';

/** Counts and times every command, by the name of its route's method. It stands around whatever answers it. */
@Injectable()
export class CommandFigures implements NestInterceptor {
  constructor(private readonly figures: ServerFigures) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const began = performance.now();
    const { name } = context.getHandler();
    const count = (outcome: CommandOutcome) => this.figures.command(name, outcome, (performance.now() - began) / 1_000);
    return next.handle().pipe(
      tap({
        next: () => {
          const repeated = context.switchToHttp().getResponse<Response>().getHeader('Samenspel-Repeated');
          count(repeated === undefined ? 'accepted' : 'repeated');
        },
        error: (error: unknown) => count(outcomeOf(error)),
      }),
    );
  }
}

const outcomes: Readonly<Record<number, CommandOutcome>> = {
  400: 'malformed',
  404: 'refused',
  409: 'refused',
  412: 'conflict',
  422: 'refused',
  503: 'unavailable',
};

/** What a command that ended in this error came to. A 409 is many things: only its code tells that a key was reused. */
export function outcomeOf(error: unknown): CommandOutcome {
  const { code, status } = translate(error);
  if (code === 'idempotency-key-reused') return 'key-reused';
  return outcomes[status] ?? (status < 500 ? 'malformed' : 'failed');
}
