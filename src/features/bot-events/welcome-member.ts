import { Injectable } from '@nestjs/common';
import { nonceOf } from '../../common/nonce.js';
import { ChannelMessagesApi } from '../../discord-api/channel-messages.api.js';
import type { BotEvent } from './rules/bot-event.js';
import { welcomeText } from './rules/welcome.js';
import { GuildsService } from '../guilds/guilds.service.js';

/** Welcomes a new member where the server asked for it. */
@Injectable()
export class WelcomeMember {
  constructor(
    private readonly guilds: GuildsService,
    private readonly messages: ChannelMessagesApi,
  ) {}

  /** A quick repeat posts nothing new. @throws DiscordFailure */
  async execute({ id, event_type, guild_id, discord_id }: BotEvent): Promise<void> {
    if (event_type !== 'member_joined' || guild_id === null) return;
    const guild = await this.guilds.find(guild_id);
    if (guild === null || !guild.welcome_enabled || guild.welcome_channel_id === null) return;
    await this.messages.post(guild.welcome_channel_id, {
      content: welcomeText(guild, discord_id),
      mentions: [discord_id],
      nonce: nonceOf('welcome', id),
    });
  }
}
