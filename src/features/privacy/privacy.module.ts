import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import type { KeepsPersonalData } from '../../common/personal-data.js';
import { DiscordJobsService } from '../../queue/discord-jobs.service.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { AuditModule } from '../audit/audit.module.js';
import { AuditService } from '../audit/audit.service.js';
import { BotEventsModule } from '../bot-events/bot-events.module.js';
import { BotEventsService } from '../bot-events/bot-events.service.js';
import { ChannelMappingsModule } from '../channel-mappings/channel-mappings.module.js';
import { ChannelMappingsService } from '../channel-mappings/channel-mappings.service.js';
import { DeparturesModule } from '../departures/departures.module.js';
import { DeparturesService } from '../departures/departures.service.js';
import { EventNoticesModule } from '../event-notices/event-notices.module.js';
import { EventNoticesService } from '../event-notices/event-notices.service.js';
import { EventsModule } from '../events/events.module.js';
import { SignupErasure } from '../events/signup-erasure.js';
import { UndoService } from '../events/undo.service.js';
import { FeedsModule } from '../feeds/feeds.module.js';
import { FeedsService } from '../feeds/feeds.service.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { InvitesService } from '../organizations/invites.service.js';
import { JoinRequestsService } from '../organizations/join-requests.service.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PayoutsModule } from '../payouts/payouts.module.js';
import { PayoutsService } from '../payouts/payouts.service.js';
import { PlanChangesService } from '../plans/plan-changes.service.js';
import { PlansModule } from '../plans/plans.module.js';
import { SubscriptionsService } from '../plans/subscriptions.service.js';
import { RoleGrantsService } from '../role-mappings/role-grants.service.js';
import { RoleMappingsModule } from '../role-mappings/role-mappings.module.js';
import { SeriesModule } from '../series/series.module.js';
import { SeriesService } from '../series/series.service.js';
import { PersonalTokensService } from '../sessions/personal-tokens.service.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { TemplatesService } from '../templates/templates.service.js';
import { UsersModule } from '../users/users.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { WebhooksService } from '../webhooks/webhooks.service.js';
import { ERASURE_MODEL, erasureSchema } from './erasures.schema.js';
import { ErasuresRepository } from './erasures.repository.js';
import { KEEPERS, type Keepers, PrivacyService } from './privacy.service.js';

/** What holds something about people, by the name that an export gives it. A room that begins to is added here. */
const ROOMS = {
  memberships: OrgMembersService,
  join_requests: JoinRequestsService,
  invites: InvitesService,
  servers_owned: GuildsService,
  // Before the rosters: it names who is in them.
  attendance: AttendanceService,
  signups: SignupErasure,
  undoable_acts: UndoService,
  departures: DeparturesService,
  payouts: PayoutsService,
  reports: BotEventsService,
  sessions: SessionsService,
  tokens: PersonalTokensService,
  subscriptions: SubscriptionsService,
  plan_changes: PlanChangesService,
  discord_roles: RoleGrantsService,
  event_notices: EventNoticesService,
  voice_channels: ChannelMappingsService,
  deliveries: WebhooksService,
  templates: TemplatesService,
  series: SeriesService,
  calendar_feeds: FeedsService,
  jobs: DiscordJobsService,
  audit: AuditService,
} as const;

/** What is held about a person, from the rooms that hold it. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: ERASURE_MODEL, schema: erasureSchema }]),
    AttendanceModule,
    AuditModule,
    BotEventsModule,
    ChannelMappingsModule,
    DeparturesModule,
    EventNoticesModule,
    EventsModule,
    FeedsModule,
    GuildsModule,
    OrganizationsModule,
    PayoutsModule,
    PlansModule,
    QueueModule,
    RoleMappingsModule,
    SeriesModule,
    SessionsModule,
    TemplatesModule,
    UsersModule,
    WebhooksModule,
  ],
  providers: [
    ErasuresRepository,
    PrivacyService,
    {
      provide: KEEPERS,
      inject: Object.values(ROOMS),
      useFactory: (...keepers: KeepsPersonalData[]): Keepers =>
        Object.fromEntries(Object.keys(ROOMS).map((name, index) => [name, keepers[index]])) as Keepers,
    },
  ],
  exports: [PrivacyService],
})
export class PrivacyModule {}
