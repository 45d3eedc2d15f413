import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { UpdateMemberRoles } from './update-member-roles.js';

/** Roles of members on Discord. */
@Module({ imports: [DiscordApiModule], providers: [UpdateMemberRoles], exports: [UpdateMemberRoles] })
export class MemberRolesModule {}
