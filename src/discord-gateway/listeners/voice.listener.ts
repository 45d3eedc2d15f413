import { Injectable, Logger } from '@nestjs/common';
import type { ClientEvents } from 'discord.js';
import { Context, On } from 'necord';
import pLimit from 'p-limit';
import { VoicePresenceService } from '../../features/attendance/voice-presence.service.js';
import { ChannelMappingsService } from '../../features/channel-mappings/channel-mappings.service.js';

/** Follows who is in voice channels: for attendance, and so that no channel is deleted with people in it. */
@Injectable()
export class VoiceListener {
  private readonly logger = new Logger('Gateway');
  /** One after the other, so that who leaves at once is not noted as having come. */
  private readonly turns = pLimit(1);

  constructor(
    private readonly channels: ChannelMappingsService,
    private readonly presence: VoicePresenceService,
  ) {}

  @On('voiceStateUpdate')
  async onVoiceState(@Context() [before, after]: ClientEvents['voiceStateUpdate']): Promise<void> {
    const { guild, id, channelId } = after;
    if (before.channelId === channelId) return;
    await this.attempt(() => this.channels.moved(guild.id, id, before.channelId, channelId));
    await this.attempt(() => this.presence.moved(guild.id, id, channelId));
  }

  /** A server says who is where when it comes, also after each new connection. */
  @On('guildAvailable')
  async onServer(@Context() [guild]: ClientEvents['guildAvailable']): Promise<void> {
    const present = [...guild.voiceStates.cache.values()].flatMap(({ id, channelId }) =>
      channelId === null ? [] : [{ channel_id: channelId, discord_id: id }],
    );
    await this.attempt(() => this.channels.seenOn(guild.id, present));
    await this.attempt(() => this.presence.seenOn(guild.id, present));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await this.turns(work);
    } catch (error) {
      this.logger.warn({ err: error }, 'It was not noted who is in a voice channel');
    }
  }
}
