import { Query } from '@nestjs/cqrs';
import type { SubjectKind } from '#domain/kernel/subject';
import type { SignInRole } from '#identity/roles';
import type { Answer, AsOf } from '#views/query/as-of';
import type { OrganisationFilter } from '#views/register/queries';
import type { StoryRequest } from '#views/story/story';
import type { Language } from '../http/messages.ts';

/** What has a page of its own. */
export type DetailKind = 'programme' | 'network' | 'trajectory' | 'meeting' | 'group' | 'pledge' | 'item' | 'import';

/** A detail, and the revision of its stream at the basis of the answer. */
export interface Detail {
  readonly answer: Answer<unknown>;
  readonly revision: number | undefined;
}

export class GetDetail extends Query<Detail> {
  constructor(
    readonly kind: DetailKind,
    readonly id: string,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

export class ListProgrammes extends Query<Answer<unknown>> {
  constructor(readonly asOf: AsOf) {
    super();
  }
}

export class FindOrganisations extends Query<Answer<unknown>> {
  constructor(
    readonly request: OrganisationFilter,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** Who reads a story, and in which language. */
export interface Reading {
  readonly role: SignInRole;
  readonly language: Language;
}

export class GetStory extends Query<Answer<unknown>> {
  constructor(
    readonly kind: SubjectKind,
    readonly id: string,
    readonly request: StoryRequest,
    readonly reading: Reading,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** The bytes of a report, and the ordinal that it is stamped with. */
export interface ReportBytes {
  readonly bytes: string | Buffer;
  readonly ordinal: number;
}

/** A report that was made now, with the day for which it gives statuses. */
export interface ReportOfDay extends ReportBytes {
  readonly validOn: string;
}

export class GetManagementReport extends Query<ReportOfDay> {
  constructor(
    readonly programme: string,
    readonly format: 'json' | 'csv',
    readonly language: Language,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

export class ListReportRuns extends Query<Answer<unknown>> {
  constructor(
    readonly programme: string,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** A report that went out on schedule, as it was made. */
export class GetReportRun extends Query<ReportBytes> {
  constructor(
    readonly programme: string,
    readonly schedule: string,
    /** The moment (UTC) for which it was made. */
    readonly due: string,
  ) {
    super();
  }
}
