import { Query } from '@nestjs/cqrs';
import type { LinesRequest } from '#audit/between/changes';
import type { FiguresRequest } from '#audit/between/figures-between';
import type { SubjectKind } from '#domain/kernel/subject';
import type { Named } from '#views/between/organisations';
import type { Answer, KnownAt } from '#views/query/as-of';
import type { Reading } from './queries.ts';

/** Which two moments are compared; `until` is now when it is left out. */
export interface Moments {
  readonly from: KnownAt;
  readonly until: KnownAt | undefined;
  readonly minPosition: string | undefined;
}

/** The difference of what was known of a subject between two points in history. */
export class CompareMoments extends Query<Answer<unknown>> {
  constructor(
    readonly kind: SubjectKind,
    readonly id: string,
    readonly reading: Reading,
    readonly moments: Moments,
  ) {
    super();
  }
}

/** What changed between two points in history, within a filter. */
export class ListChanges extends Query<Answer<unknown>> {
  constructor(
    readonly moments: Moments,
    readonly request: LinesRequest,
    /** Organisations as people name them. */
    readonly named: Named,
    readonly reading: Reading,
  ) {
    super();
  }
}

/** Computed figures at both ends of a period. */
export class ListFiguresBetween extends Query<Answer<unknown>> {
  constructor(
    readonly moments: Moments,
    readonly request: FiguresRequest,
    readonly named: Named,
    readonly reading: Reading,
  ) {
    super();
  }
}
