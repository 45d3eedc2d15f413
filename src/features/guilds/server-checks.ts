import { Injectable } from '@nestjs/common';
import { invalid } from '../../common/errors.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import {
  channelFault,
  givenChannels,
  roleFault,
  settingFaults,
  type DiscordServer,
  type ServerSettings,
} from './rules/discord-server.js';

/** Checks what clients say about a Discord server against Discord itself. Every method throws `DiscordFailure`. */
@Injectable()
export class ServerChecks {
  constructor(private readonly guilds: GuildsApi) {}

  /** @throws invalid `guild_id` when the bot is not in it, or there is no such server */
  async load(guildId: string): Promise<DiscordServer> {
    const server = await this.guilds.find(guildId);
    if (server === null)
      throw invalid([{ field: 'guild_id', message: 'is not a server that the bot is in' }]);
    return server;
  }

  /** @throws invalid naming the owner who is none, and channels that messages of this server cannot go to */
  async requireSettings(server: DiscordServer, settings: ServerSettings): Promise<void> {
    const asked = givenChannels(settings).length > 0;
    const channels = asked ? await this.guilds.listChannels(server.id) : [];
    const faults = settingFaults(server, channels, settings);
    if (faults.length > 0) throw invalid(faults);
  }

  /** @throws invalid `channel_id` when it is not a channel of the server that messages can go to */
  async requireChannel(guildId: string, channelId: string): Promise<void> {
    const message = channelFault(await this.guilds.listChannels(guildId), channelId);
    if (message !== null) throw invalid([{ field: 'channel_id', message }]);
  }

  /**
   * @param given whether the bot has to give and take the role
   * @throws invalid `guild_id` · `discord_role_id`
   */
  async requireRole(guildId: string, roleId: string, given: boolean): Promise<void> {
    const message = roleFault(await this.load(guildId), roleId, given);
    if (message !== null) throw invalid([{ field: 'discord_role_id', message }]);
  }
}
