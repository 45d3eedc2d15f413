import { Module } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RedisConnections } from '../infra/redis.module.js';
import { AuditLogApi } from './audit-log.api.js';
import { BotUserApi } from './bot-user.api.js';
import { ChannelMessagesApi } from './channel-messages.api.js';
import { ChannelsApi } from './channels.api.js';
import { DirectMessagesApi } from './direct-messages.api.js';
import { DiscordCopies } from './discord-copies.js';
import { DiscordRest } from './discord-rest.js';
import { GuildsApi } from './guilds.api.js';
import { MembersApi } from './members.api.js';
import { MessagesApi } from './messages.api.js';
import { RequestBudget } from './request-budget.js';
import { RolesApi } from './roles.api.js';
import { ScheduledEventsApi } from './scheduled-events.api.js';
import { ThreadsApi } from './threads.api.js';
import { BUDGET_REDIS } from './tokens.js';

/** A Redis that takes commands and does not answer is away, and the connection is made anew. */
const REDIS_TIMEOUT_MS = 5_000;

/** Outgoing calls to Discord, by resource. */
@Module({
  providers: [
    { provide: BUDGET_REDIS, inject: [RedisConnections], useFactory: connectBudget },
    RequestBudget,
    DiscordCopies,
    DiscordRest,
    AuditLogApi,
    BotUserApi,
    ChannelMessagesApi,
    ChannelsApi,
    DirectMessagesApi,
    GuildsApi,
    MembersApi,
    RolesApi,
    ScheduledEventsApi,
    ThreadsApi,
    MessagesApi,
  ],
  exports: [
    RequestBudget,
    AuditLogApi,
    BotUserApi,
    DiscordCopies,
    ChannelMessagesApi,
    ChannelsApi,
    DirectMessagesApi,
    GuildsApi,
    MembersApi,
    RolesApi,
    ScheduledEventsApi,
    ThreadsApi,
    MessagesApi,
  ],
})
export class DiscordApiModule {}

function connectBudget(redis: RedisConnections): Redis {
  return redis.connect({
    maxRetriesPerRequest: 1,
    lazyConnect: true,
    commandTimeout: REDIS_TIMEOUT_MS,
    socketTimeout: REDIS_TIMEOUT_MS,
  });
}
