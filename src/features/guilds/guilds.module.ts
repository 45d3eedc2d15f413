import { Module } from '@nestjs/common';
import { QueueModule } from '../../queue/queue.module.js';
import { GuildsRepositoryModule } from './guilds.data.module.js';
import { GetGuild } from './get-guild.js';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { GuildAccess } from './guild-access.js';
import { ListGuilds } from './list-guilds.js';
import { RegisterGuild } from './register-guild.js';
import { RemoveGuild } from './remove-guild.js';
import { ServerChecksModule } from './server-checks.module.js';
import { ServerRights } from './server-rights.js';
import { UpdateGuild } from './update-guild.js';

const useCases = [GetGuild, ListGuilds, RegisterGuild, RemoveGuild, UpdateGuild];

@Module({
  imports: [
    DiscordApiModule,
    GuildsRepositoryModule,
    OrganizationsModule,
    QueueModule,
    ServerChecksModule,
    UsersModule,
  ],
  providers: [...useCases, GuildAccess, ServerRights],
  exports: useCases,
})
export class GuildsModule {}
