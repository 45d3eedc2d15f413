import { Injectable, Logger } from '@nestjs/common';
import type { ClientEvents } from 'discord.js';
import { Context, On } from 'necord';
import { ChannelMappingsService } from '../../features/channel-mappings/channel-mappings.service.js';

/** Follows who is in voice channels, so that none is deleted with people in it. */
@Injectable()
export class VoiceListener {
  private readonly logger = new Logger('Gateway');

  constructor(private readonly channels: ChannelMappingsService) {}

  @On('voiceStateUpdate')
  async onVoiceState(@Context() [before, after]: ClientEvents['voiceStateUpdate']): Promise<void> {
    await this.attempt(() => this.channels.moved(after.id, before.channelId, after.channelId));
  }

  /** A server says who is where when it comes, also after each new connection. */
  @On('guildAvailable')
  async onServer(@Context() [guild]: ClientEvents['guildAvailable']): Promise<void> {
    const present = [...guild.voiceStates.cache.values()].flatMap(({ id, channelId }) =>
      channelId === null ? [] : [{ channel_id: channelId, discord_id: id }],
    );
    await this.attempt(() => this.channels.seenOn(guild.id, present));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn({ err: error }, 'It was not noted who is in a voice channel');
    }
  }
}
