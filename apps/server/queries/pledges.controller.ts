import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { PathId } from '../http/path-id.ts';
import { AsksList, AsksOne, asOf, pageRequest } from './ask.ts';
import { AttendanceListDto, MeetingsDto, PledgesDto } from './pledges.dto.ts';
import { GetMeetingAttendance, ListAttendance, ListMeetings, ListPledges } from './pledges.queries.ts';
import { AsOfDto } from './query.dto.ts';

/** Who promised what, when people meet, and who comes. */
@Controller('v1')
export class PledgesController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags('Toezeggingen')
  @AsksList('programmes/:id/pledges', 'Pledges of all organisations of the programme', 'follow')
  pledges(@PathId() id: string, @Query() query: PledgesDto) {
    const { trajectory, organisation, step, search, province, sort } = query;
    const late = query.late === undefined ? undefined : query.late === 'true';
    const request = { ...pageRequest(query), filter: { trajectory, organisation, step, late, search, province }, sort };
    return this.bus.execute(new ListPledges(id, request, asOf(query)));
  }

  @ApiTags('Bijeenkomsten')
  @AsksList(
    'programmes/:id/meetings',
    'Meetings of the programme, with how many of those expected were there',
    'follow',
  )
  meetings(@PathId() id: string, @Query() query: MeetingsDto) {
    const { network, kind, state, search, sort } = query;
    const request = { ...pageRequest(query), filter: { network, kind, state, search }, sort };
    return this.bus.execute(new ListMeetings(id, request, asOf(query)));
  }

  @ApiTags('Bijeenkomsten')
  @AsksList('programmes/:id/attendance', 'Attendance of each trajectory: how often, missed in a row, roles', 'follow')
  attendance(@PathId() id: string, @Query() query: AttendanceListDto) {
    const { network, trajectory, role, search, province, sort } = query;
    const missed = query.missed === undefined ? undefined : Number(query.missed);
    const request = { ...pageRequest(query), filter: { network, trajectory, missed, role, search, province }, sort };
    return this.bus.execute(new ListAttendance(id, request, asOf(query)));
  }

  @ApiTags('Bijeenkomsten')
  @AsksOne('meetings/:id/attendance', 'Who was at a meeting, and in which roles', 'follow')
  ofMeeting(@PathId() id: string, @Query() query: AsOfDto) {
    return this.bus.execute(new GetMeetingAttendance(id, asOf(query)));
  }
}
