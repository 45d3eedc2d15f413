import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { RoleMappingsModule } from '../role-mappings/role-mappings.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { BotEventCountsRepository } from './bot-event-counts.repository.js';
import {
  BOT_EVENT_COUNT_MODEL,
  botEventCountSchema,
  MEMBER_COUNT_MODEL,
  memberCountSchema,
  ROLL_UP_MODEL,
  rollUpSchema,
} from './bot-event-counts.schema.js';
import { BotEventCountsService } from './bot-event-counts.service.js';
import { BotEventEffects } from './bot-event-effects.js';
import { BotEventsRepository } from './bot-events.repository.js';
import { BOT_EVENT_MODEL, botEventSchema } from './bot-events.schema.js';
import { BotEventsService } from './bot-events.service.js';
import { HeardEventsRepository } from './heard-events.repository.js';
import { HEARD_EVENT_MODEL, heardEventSchema } from './heard-events.schema.js';
import { InteractionCountsRepository } from './interaction-counts.repository.js';
import { INTERACTION_COUNT_MODEL, interactionCountSchema } from './interaction-counts.schema.js';
import { InteractionReceipts } from './interaction-receipts.js';
import { InteractionsService } from './interactions.service.js';

/** What happens on Discord: kept, counted, and acted upon. */
@Module({
  imports: [
    DiscordApiModule,
    GuildsModule,
    QueueModule,
    RoleMappingsModule,
    WebhooksModule,
    MongooseModule.forFeature([
      { name: BOT_EVENT_MODEL, schema: botEventSchema },
      { name: BOT_EVENT_COUNT_MODEL, schema: botEventCountSchema },
      { name: HEARD_EVENT_MODEL, schema: heardEventSchema },
      { name: ROLL_UP_MODEL, schema: rollUpSchema },
      { name: INTERACTION_COUNT_MODEL, schema: interactionCountSchema },
      { name: MEMBER_COUNT_MODEL, schema: memberCountSchema },
    ]),
  ],
  providers: [
    BotEventCountsRepository,
    BotEventCountsService,
    BotEventEffects,
    BotEventsRepository,
    BotEventsService,
    HeardEventsRepository,
    InteractionCountsRepository,
    InteractionReceipts,
    InteractionsService,
  ],
  exports: [BotEventCountsService, BotEventsService, InteractionReceipts, InteractionsService],
})
export class BotEventsModule {}
