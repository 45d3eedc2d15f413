import { Module } from '@nestjs/common';
import { QueueModule } from '../../queue/queue.module.js';
import { GuildsModule } from '../../repositories/guilds/guilds.module.js';
import { OrgMembersModule } from '../../repositories/org-members/org-members.module.js';
import { OrganizationsModule } from '../../repositories/organizations/organizations.module.js';
import { GetGuild } from './get-guild.js';
import { GuildAccess } from './guild-access.js';
import { ListGuilds } from './list-guilds.js';
import { RegisterGuild } from './register-guild.js';
import { RemoveGuild } from './remove-guild.js';
import { UpdateGuild } from './update-guild.js';

const useCases = [GetGuild, ListGuilds, RegisterGuild, RemoveGuild, UpdateGuild];

@Module({
  imports: [GuildsModule, OrganizationsModule, OrgMembersModule, QueueModule],
  providers: [...useCases, GuildAccess],
  exports: useCases,
})
export class GuildsRoom {}
