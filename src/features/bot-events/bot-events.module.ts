import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { BotEventsRepositoryModule } from './bot-events.data.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { RoleMappingsModule } from '../role-mappings/role-mappings.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { BotEventEffects } from './bot-event-effects.js';
import { ListBotEvents } from './list-bot-events.js';
import { ProcessBotEvents } from './process-bot-events.js';
import { ReceiveBotEvent } from './receive-bot-event.js';
import { SummarizeBotEvents } from './summarize-bot-events.js';
import { TracksMessages } from './tracks-messages.js';
import { WelcomeMember } from './welcome-member.js';

/** What happens on Discord: kept, counted, and acted upon. */
@Module({
  imports: [
    QueueModule,
    DiscordApiModule,
    WebhooksModule,
    BotEventsRepositoryModule,
    GuildsModule,
    RoleMappingsModule,
  ],
  providers: [
    BotEventEffects,
    ListBotEvents,
    ProcessBotEvents,
    ReceiveBotEvent,
    SummarizeBotEvents,
    TracksMessages,
    WelcomeMember,
  ],
  exports: [ListBotEvents, ProcessBotEvents, ReceiveBotEvent, SummarizeBotEvents, TracksMessages],
})
export class BotEventsModule {}
