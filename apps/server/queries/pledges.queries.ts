import { Query } from '@nestjs/cqrs';
import type { AttendanceRequest } from '#views/attendance/queries';
import type { MeetingRequest } from '#views/meeting/queries';
import type { PledgeRequest } from '#views/pledge/queries';
import type { Answer, AsOf } from '#views/query/as-of';

export class ListPledges extends Query<Answer<unknown>> {
  constructor(
    readonly programme: string,
    readonly request: PledgeRequest,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

export class ListMeetings extends Query<Answer<unknown>> {
  constructor(
    readonly programme: string,
    readonly request: MeetingRequest,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

export class ListAttendance extends Query<Answer<unknown>> {
  constructor(
    readonly programme: string,
    readonly request: AttendanceRequest,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

export class GetMeetingAttendance extends Query<Answer<unknown>> {
  constructor(
    readonly meeting: string,
    readonly asOf: AsOf,
  ) {
    super();
  }
}
