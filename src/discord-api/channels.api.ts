import { Injectable } from '@nestjs/common';
import { Routes, type APIChannel, type APIGuildCategoryChannel, type APIGuildChannel } from 'discord.js';
import type { FoundChannel, Overwrite } from '../features/channel-mappings/rules/event-channels.js';
import { BotUserApi } from './bot-user.api.js';
import { DiscordRest } from './discord-rest.js';

/** A channel to be made. */
export interface NewChannel {
  readonly name: string;
  readonly type: number;
  readonly parent_id: string | null;
  readonly overwrites: readonly Overwrite[];
}

/** Channels of Discord servers, made, changed and removed. Every method throws `DiscordFailure`. */
@Injectable()
export class ChannelsApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly botUser: BotUserApi,
  ) {}

  /** The bot's own id. */
  async botId(): Promise<string> {
    return this.botUser.id();
  }

  /** Every channel of a server, but for threads. */
  async list(guildId: string): Promise<FoundChannel[]> {
    const channels = (await this.rest.get(Routes.guildChannels(guildId))) as (APIGuildChannel &
      Partial<Pick<APIGuildCategoryChannel, 'parent_id'>>)[];
    return channels.map(({ id, type, name, parent_id = null, permission_overwrites = [] }) => ({
      id,
      type,
      name,
      parent_id,
      overwrites: permission_overwrites.map((overwrite) => ({
        id: overwrite.id,
        type: overwrite.type as number as Overwrite['type'],
        allow: BigInt(overwrite.allow),
        deny: BigInt(overwrite.deny),
      })),
    }));
  }

  /** @returns the channel's id */
  async create(guildId: string, { overwrites, ...channel }: NewChannel, reason: string): Promise<string> {
    const body = { ...channel, permission_overwrites: overwrites.map(toJson) };
    return ((await this.rest.post(Routes.guildChannels(guildId), body, { reason })) as APIChannel).id;
  }

  /** Says anew what a channel allows and denies. */
  async setOverwrites(channelId: string, overwrites: readonly Overwrite[], reason: string): Promise<void> {
    await this.rest.patch(
      Routes.channel(channelId),
      { permission_overwrites: overwrites.map(toJson) },
      { reason },
    );
  }

  async delete(channelId: string, reason: string): Promise<void> {
    await this.rest.delete(Routes.channel(channelId), { reason });
  }
}

function toJson({ id, type, allow, deny }: Overwrite) {
  return { id, type, allow: String(allow), deny: String(deny) };
}
