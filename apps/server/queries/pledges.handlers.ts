import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Answer } from '#views/query/as-of';
import { Engines } from '../engines.ts';
import { problem } from '../http/problem.ts';
import { ofKnownProgramme } from './known-programme.ts';
import { GetMeetingAttendance, ListAttendance, ListMeetings, ListPledges } from './pledges.queries.ts';

@QueryHandler(ListPledges)
export class ListPledgesHandler implements IQueryHandler<ListPledges> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, request, asOf }: ListPledges): Promise<Answer<unknown>> {
    return ofKnownProgramme(await this.engines.parts.views.pledges.ofProgramme(programme, request, asOf));
  }
}

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, request, asOf }: ListMeetings): Promise<Answer<unknown>> {
    return ofKnownProgramme(await this.engines.parts.views.meetings.ofProgramme(programme, request, asOf));
  }
}

@QueryHandler(ListAttendance)
export class ListAttendanceHandler implements IQueryHandler<ListAttendance> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, request, asOf }: ListAttendance): Promise<Answer<unknown>> {
    return ofKnownProgramme(await this.engines.parts.views.attendance.ofProgramme(programme, request, asOf));
  }
}

@QueryHandler(GetMeetingAttendance)
export class GetMeetingAttendanceHandler implements IQueryHandler<GetMeetingAttendance> {
  constructor(private readonly engines: Engines) {}

  async execute({ meeting, asOf }: GetMeetingAttendance): Promise<Answer<unknown>> {
    const answer = await this.engines.parts.views.attendance.ofMeeting(meeting, asOf);
    if (answer.data === undefined) throw problem(404, 'not-found');
    return answer;
  }
}

/** All of them, for the module. */
export const pledgeQueryHandlers = [
  ListPledgesHandler,
  ListMeetingsHandler,
  ListAttendanceHandler,
  GetMeetingAttendanceHandler,
];
