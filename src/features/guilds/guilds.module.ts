import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { GuildRolesService } from './guild-roles.service.js';
import { GuildsRepository } from './guilds.repository.js';
import { GUILD_MODEL, guildSchema } from './guilds.schema.js';
import { GuildsService } from './guilds.service.js';
import { ServerChecks } from './server-checks.js';

/** Discord servers: who has registered them, and what Discord says of them. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: GUILD_MODEL, schema: guildSchema }]),
    DiscordApiModule,
    OrganizationsModule,
    QueueModule,
    UsersModule,
  ],
  providers: [GuildRolesService, GuildsRepository, GuildsService, ServerChecks],
  exports: [GuildRolesService, GuildsService, ServerChecks],
})
export class GuildsModule {}
