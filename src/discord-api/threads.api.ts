import { Injectable } from '@nestjs/common';
import {
  ChannelType,
  Routes,
  ThreadAutoArchiveDuration,
  type APIChannel,
  type APIThreadChannel,
} from 'discord.js';
import { DiscordFailure } from '../common/discord-failure.js';
import type { FoundThread } from '../features/channel-mappings/rules/event-thread.js';
import { BotUserApi } from './bot-user.api.js';
import { DiscordRest } from './discord-rest.js';

/** Threads of Discord servers. Every method throws `DiscordFailure`. */
@Injectable()
export class ThreadsApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly botUser: BotUserApi,
  ) {}

  /** The threads of a server that are not archived, as far as the bot sees them, and whether the bot made them. */
  async listActive(guildId: string): Promise<FoundThread[]> {
    const botId = await this.botUser.id();
    const answer = await this.rest.get(Routes.guildActiveThreads(guildId));
    const { threads } = answer as { readonly threads: readonly APIThreadChannel[] };
    return threads.map((thread) => toFound(thread, botId));
  }

  /** @returns `null` when there is none */
  async find(threadId: string): Promise<FoundThread | null> {
    const botId = await this.botUser.id();
    try {
      return toFound((await this.rest.get(Routes.channel(threadId))) as APIThreadChannel, botId);
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment === 'gone') return null;
      throw error;
    }
  }

  /**
   * Makes a private thread. Announcement channels have none: theirs is open to everybody who sees the channel.
   * @returns the thread's id
   */
  async create(channelId: string, name: string, reason: string): Promise<string> {
    const { type } = (await this.rest.get(Routes.channel(channelId))) as APIChannel;
    const isPrivate = type !== ChannelType.GuildAnnouncement;
    const body = {
      name,
      type: isPrivate ? ChannelType.PrivateThread : ChannelType.AnnouncementThread,
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      ...(isPrivate && { invitable: false }),
    };
    return ((await this.rest.post(Routes.threads(channelId), body, { reason })) as APIThreadChannel).id;
  }

  async change(
    threadId: string,
    change: Partial<Pick<FoundThread, 'archived' | 'locked'>>,
    reason: string,
  ): Promise<void> {
    await this.rest.patch(Routes.channel(threadId), change, { reason });
  }

  async delete(threadId: string, reason: string): Promise<void> {
    await this.rest.delete(Routes.channel(threadId), { reason });
  }

  /** Lets somebody in, without a mention; nothing happens to who is in it already. */
  async addMember(threadId: string, discordId: string): Promise<void> {
    await this.rest.put(Routes.threadMembers(threadId, discordId));
  }

  async removeMember(threadId: string, discordId: string): Promise<void> {
    await this.rest.delete(Routes.threadMembers(threadId, discordId));
  }
}

function toFound({ id, name, parent_id, owner_id, thread_metadata: state }: APIThreadChannel, botId: string) {
  return {
    id,
    name,
    parent_id: parent_id ?? null,
    isOwn: owner_id === botId,
    archived: state?.archived ?? false,
    locked: state?.locked ?? false,
  };
}
