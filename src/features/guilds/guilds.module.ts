import { Module } from '@nestjs/common';
import { QueueModule } from '../../queue/queue.module.js';
import { GuildsRepositoryModule } from './guilds.data.module.js';
import { OrgMembersModule } from '../organizations/org-members.data.module.js';
import { OrganizationsRepositoryModule } from '../organizations/organizations.data.module.js';
import { GetGuild } from './get-guild.js';
import { GuildAccess } from './guild-access.js';
import { ListGuilds } from './list-guilds.js';
import { RegisterGuild } from './register-guild.js';
import { RemoveGuild } from './remove-guild.js';
import { UpdateGuild } from './update-guild.js';

const useCases = [GetGuild, ListGuilds, RegisterGuild, RemoveGuild, UpdateGuild];

@Module({
  imports: [GuildsRepositoryModule, OrganizationsRepositoryModule, OrgMembersModule, QueueModule],
  providers: [...useCases, GuildAccess],
  exports: useCases,
})
export class GuildsModule {}
