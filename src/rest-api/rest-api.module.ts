import { Module } from '@nestjs/common';
import { AttendanceModule } from '../features/attendance/attendance.module.js';
import { AuditModule } from '../features/audit/audit.module.js';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { ChannelMappingsModule } from '../features/channel-mappings/channel-mappings.module.js';
import { EventNoticesModule } from '../features/event-notices/event-notices.module.js';
import { EventsModule } from '../features/events/events.module.js';
import { FeedsModule } from '../features/feeds/feeds.module.js';
import { GuildsModule } from '../features/guilds/guilds.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { LiveModule } from '../features/live/live.module.js';
import { OrganizationsModule } from '../features/organizations/organizations.module.js';
import { PayoutsModule } from '../features/payouts/payouts.module.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { PrivacyModule } from '../features/privacy/privacy.module.js';
import { RoleMappingsModule } from '../features/role-mappings/role-mappings.module.js';
import { RoleMenusModule } from '../features/role-menus/role-menus.module.js';
import { ScheduledEventsModule } from '../features/scheduled-events/scheduled-events.module.js';
import { SeriesModule } from '../features/series/series.module.js';
import { SessionsModule } from '../features/sessions/sessions.module.js';
import { TemplatesModule } from '../features/templates/templates.module.js';
import { ImportsModule } from '../features/imports/imports.module.js';
import { UsersModule } from '../features/users/users.module.js';
import { WebhooksModule } from '../features/webhooks/webhooks.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { AttendanceController } from './attendance.controller.js';
import { AnnouncementsController } from './announcements.controller.js';
import { AuditController } from './audit.controller.js';
import { AuthModule } from './auth/auth.module.js';
import { BotEventsController } from './bot-events.controller.js';
import { ChannelMappingsController } from './channel-mappings.controller.js';
import { DiscordEventsController } from './discord-events.controller.js';
import { DiscordJobsController } from './discord-jobs.controller.js';
import { EventCalendarController } from './event-calendar.controller.js';
import { EventPreviewController } from './event-preview.controller.js';
import { EventUndoController } from './event-undo.controller.js';
import { EventsController } from './events.controller.js';
import { FeedFilesController, FeedsController } from './feeds.controller.js';
import { GuildsController } from './guilds.controller.js';
import { HealthController } from './health.controller.js';
import { IncomingWebhooksController } from './incoming-webhooks.controller.js';
import { InvitePageController } from './invite-page.controller.js';
import { JoiningController } from './joining.controller.js';
import { LiveController } from './live.controller.js';
import { MembersController } from './members.controller.js';
import { OrganizationLimitsController, OrganizationsController } from './organizations.controller.js';
import { PaymentsController } from './payments.controller.js';
import { PayoutsController } from './payouts.controller.js';
import { OwnPlanController, PlansController } from './plans.controller.js';
import { QueueBoard } from './queue-board.js';
import { RoleMappingsController } from './role-mappings.controller.js';
import { RoleMenusController } from './role-menus.controller.js';
import { ImportsController } from './imports.controller.js';
import { PersonalTokensController } from './personal-tokens.controller.js';
import { SeriesController } from './series.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignupsController } from './signups.controller.js';
import { StatisticsController } from './statistics.controller.js';
import { TemplatesController } from './templates.controller.js';
import { UsersController } from './users.controller.js';
import { WebhooksController } from './webhooks.controller.js';

/** The public REST API: each resource's controller beside its DTOs. */
@Module({
  imports: [
    AttendanceModule,
    AuditModule,
    AuthModule,
    BotEventsModule,
    ChannelMappingsModule,
    EventNoticesModule,
    EventsModule,
    FeedsModule,
    GuildsModule,
    HealthModule,
    ImportsModule,
    LiveModule,
    QueueModule,
    ScheduledEventsModule,
    OrganizationsModule,
    PayoutsModule,
    PlansModule,
    PrivacyModule,
    RoleMappingsModule,
    RoleMenusModule,
    SeriesModule,
    SessionsModule,
    TemplatesModule,
    UsersModule,
    WebhooksModule,
  ],
  controllers: [
    AttendanceController,
    AnnouncementsController,
    AuditController,
    BotEventsController,
    ChannelMappingsController,
    DiscordEventsController,
    DiscordJobsController,
    EventCalendarController,
    EventPreviewController,
    EventUndoController,
    EventsController,
    FeedFilesController,
    FeedsController,
    GuildsController,
    HealthController,
    ImportsController,
    IncomingWebhooksController,
    InvitePageController,
    JoiningController,
    LiveController,
    MembersController,
    OrganizationLimitsController,
    OrganizationsController,
    PaymentsController,
    OwnPlanController,
    PayoutsController,
    PlansController,
    RoleMappingsController,
    RoleMenusController,
    PersonalTokensController,
    SeriesController,
    SessionsController,
    SignInController,
    SignupsController,
    StatisticsController,
    TemplatesController,
    UsersController,
    WebhooksController,
  ],
  providers: [QueueBoard],
})
export class RestApiModule {}
