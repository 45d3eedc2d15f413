import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { UsersModule } from '../users/users.module.js';
import { NotifyMember } from './notify-member.js';

/** Direct messages to members. */
@Module({ imports: [DiscordApiModule, UsersModule], providers: [NotifyMember], exports: [NotifyMember] })
export class NotificationsModule {}
