import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { GuildsRepositoryModule } from '../guilds/guilds.data.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { EventStandings } from './event-standings.js';
import { SignupRoles } from './signup-roles.js';

/** Who may do what, once for every door. */
@Module({
  imports: [DiscordApiModule, GuildsRepositoryModule, OrganizationsModule, UsersModule],
  providers: [EventStandings, SignupRoles],
  exports: [EventStandings, SignupRoles],
})
export class AccessModule {}
