import { Query } from '@nestjs/cqrs';
import type { Answer } from '#views/query/as-of';
import type { Views } from '#views/views';

/** A question that one of the views answers as it stands. Undefined data are: there was no such thing. */
export class AskViews extends Query<Answer<unknown>> {
  constructor(readonly ask: (views: Views) => Promise<Answer<unknown>>) {
    super();
  }
}
