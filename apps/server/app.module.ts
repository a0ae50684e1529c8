import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TokenAuthority } from '#identity/token-authority';
import { ParkedController } from './admin/parked.controller.ts';
import { ApplicationFormsController } from './application-forms/application-forms.controller.ts';
import { ApplicationForms } from './application-forms/application-forms.ts';
import { Applications } from './application-forms/applications.ts';
import { Participants } from './auth/participants.ts';
import { TokenGuard } from './auth/token.guard.ts';
import { CalendarController } from './calendar/calendar.controller.ts';
import { SimulatedClock } from './commands/clock.ts';
import { commandHandlers } from './commands/handlers.ts';
import { MetaPipe } from './commands/meta.ts';
import { Organisations } from './commands/organisations.ts';
import { ReplyInterceptor } from './commands/reply.interceptor.ts';
import { Sender } from './commands/sender.ts';
import { StreamsOf } from './commands/streams-of.ts';
import { CommitmentController } from './commitments/commitment.controller.ts';
import { DossierController } from './dossier/dossier.controller.ts';
import { Dossier } from './dossier/dossier.ts';
import { kindControllers } from './dossier/kind-controllers.ts';
import { Engines } from './engines.ts';
import { ShapePipe } from './fields/shape.pipe.ts';
import { GroupCommandsController } from './groups/group-commands.controller.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { Imports } from './imports/imports.ts';
import { ChangesController } from './live/changes.controller.ts';
import { LiveChanges } from './live/live-changes.ts';
import { ReminderMailsController } from './mail/reminder-mails.controller.ts';
import { ReminderMails } from './mail/reminder-mails.ts';
import { MeetingCommandsController } from './meetings/meeting-commands.controller.ts';
import { PlanMeetingController } from './meetings/plan-meeting.controller.ts';
import { CommandFigures } from './metrics/command-figures.interceptor.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { ServerFigures } from './metrics/server-figures.ts';
import { NetworkCommandsController } from './networks/network-commands.controller.ts';
import { NetworkGatheringsController } from './networks/network-gatherings.controller.ts';
import { ApiDocument } from './openapi/api-document.ts';
import { ServiceController } from './openapi/service.controller.ts';
import { OrganisationsController } from './organisations/organisations.controller.ts';
import { ProgrammePledgesController, TrajectoryPledgesController } from './pledges/new-pledges.controllers.ts';
import { NewPledges } from './pledges/new-pledges.ts';
import { PledgeCommandsController } from './pledges/pledge-commands.controller.ts';
import { ProgrammeCommandsController } from './programmes/programme-commands.controller.ts';
import { queryControllers } from './queries/controllers.ts';
import { queryHandlers } from './queries/handlers.ts';
import { OwnParts } from './taking-part/own-part.ts';
import { ParticipationLinksController } from './taking-part/participation-links.controller.ts';
import { ParticipationLinks } from './taking-part/participation-links.ts';
import { TakingPartController } from './taking-part/taking-part.controller.ts';
import { ContentController } from './trajectories/content.controller.ts';
import { ParticipationController } from './trajectories/participation.controller.ts';
import { SupportController } from './trajectories/support.controller.ts';

/** What is made outside of Nest: the keeper of tokens, and the connections, which come and go. */
export interface Outside {
  readonly tokens: TokenAuthority;
  readonly engines: Engines;
}

@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [
    ServiceController,
    OrganisationsController,
    ProgrammeCommandsController,
    NetworkCommandsController,
    NetworkGatheringsController,
    ParticipationController,
    ContentController,
    SupportController,
    CommitmentController,
    TrajectoryPledgesController,
    ProgrammePledgesController,
    PledgeCommandsController,
    MeetingCommandsController,
    PlanMeetingController,
    GroupCommandsController,
    DossierController,
    ...kindControllers,
    ReminderMailsController,
    ApplicationFormsController,
    ParticipationLinksController,
    TakingPartController,
    CalendarController,
    ImportsController,
    ChangesController,
    MetricsController,
    ParkedController,
    ...queryControllers,
  ],
  providers: [
    { provide: APP_GUARD, useClass: TokenGuard },
    { provide: APP_PIPE, useClass: ShapePipe },
    ApiDocument,
    SimulatedClock,
    MetaPipe,
    ReplyInterceptor,
    ServerFigures,
    CommandFigures,
    LiveChanges,
    Sender,
    StreamsOf,
    Organisations,
    NewPledges,
    Dossier,
    ReminderMails,
    Participants,
    ApplicationForms,
    Applications,
    ParticipationLinks,
    OwnParts,
    Imports,
    ...commandHandlers,
    ...queryHandlers,
  ],
})
class AppModule {}

/** The module with what was made outside of it. */
export function appModule({ tokens, engines }: Outside): DynamicModule {
  const providers = [
    { provide: TokenAuthority, useValue: tokens },
    { provide: Engines, useValue: engines },
  ];
  return { module: AppModule, providers };
}
