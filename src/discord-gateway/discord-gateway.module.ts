import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../discord-api/discord-api.module.js';
import { AttendanceModule } from '../features/attendance/attendance.module.js';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { ChannelMappingsModule } from '../features/channel-mappings/channel-mappings.module.js';
import { DeparturesModule } from '../features/departures/departures.module.js';
import { GuildsModule } from '../features/guilds/guilds.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { RoleMappingsModule } from '../features/role-mappings/role-mappings.module.js';
import { ScheduledEventsModule } from '../features/scheduled-events/scheduled-events.module.js';
import { HttpInteractionsController } from './http-interactions.controller.js';
import { HttpInteractions } from './http-interactions.js';
import { InteractionsModule } from './interactions.module.js';
import { CopiesListener } from './listeners/copies.listener.js';
import { CommandsListener } from './listeners/commands.listener.js';
import { MemberListener } from './listeners/member.listener.js';
import { ScheduledEventListener } from './listeners/scheduled-event.listener.js';
import { ServerListener } from './listeners/server.listener.js';
import { VoiceListener } from './listeners/voice.listener.js';
import { ShardLeases } from './shards/shard-leases.js';
import { Shards } from './shards/shards.js';

/** The bot: Discord's gateway. */
@Module({
  imports: [
    InteractionsModule,
    AttendanceModule,
    BotEventsModule,
    ChannelMappingsModule,
    DeparturesModule,
    DiscordApiModule,
    GuildsModule,
    HealthModule,
    PlansModule,
    RoleMappingsModule,
    ScheduledEventsModule,
  ],
  providers: [
    CommandsListener,
    CopiesListener,
    MemberListener,
    ScheduledEventListener,
    ServerListener,
    ShardLeases,
    Shards,
    VoiceListener,
  ],
})
export class DiscordGatewayModule {}

/** Discord's interactions by HTTP, which need no connection to the gateway. */
@Module({
  imports: [InteractionsModule, BotEventsModule],
  controllers: [HttpInteractionsController],
  providers: [HttpInteractions],
})
export class HttpInteractionsModule {}
