import { Injectable, Logger } from '@nestjs/common';
import { type ClientEvents, MessageFlags } from 'discord.js';
import { Context, On } from 'necord';
import { DiscordChangesService } from '../../features/scheduled-events/discord-changes.service.js';

/** Follows what people do on servers to channels and messages, and whether the bot is there. */
@Injectable()
export class ServerListener {
  private readonly logger = new Logger('Gateway');

  constructor(private readonly changes: DiscordChangesService) {}

  /** A new session: unlike a resumed one, it is told nothing of what happened before. */
  @On('shardReady')
  async onReady(): Promise<void> {
    await this.attempt(() => this.changes.connected());
  }

  @On('messageDelete')
  async onMessageDelete(@Context() [message]: ClientEvents['messageDelete']): Promise<void> {
    await this.attempt(() => this.changes.messagesChanged([message.id]));
  }

  /** Our own edits are told, too; with hidden embeds only a person's act is. */
  @On('messageUpdate')
  async onMessageUpdate(@Context() [, message]: ClientEvents['messageUpdate']): Promise<void> {
    if (message.author.id === message.client.user.id && message.flags.has(MessageFlags.SuppressEmbeds))
      await this.attempt(() => this.changes.messagesChanged([message.id]));
  }

  @On('messageDeleteBulk')
  async onMessagesDelete(@Context() [messages]: ClientEvents['messageDeleteBulk']): Promise<void> {
    await this.attempt(() => this.changes.messagesChanged([...messages.keys()]));
  }

  @On('channelDelete')
  async onChannelDelete(@Context() [channel]: ClientEvents['channelDelete']): Promise<void> {
    await this.attempt(() => this.changes.channelDeleted(channel.id));
  }

  @On('channelUpdate')
  async onChannelUpdate(@Context() [channel]: ClientEvents['channelUpdate']): Promise<void> {
    if (!channel.isDMBased()) await this.attempt(() => this.changes.permissionsChanged(channel.guildId));
  }

  @On('roleUpdate')
  async onRoleUpdate(@Context() [role]: ClientEvents['roleUpdate']): Promise<void> {
    await this.attempt(() => this.changes.permissionsChanged(role.guild.id));
  }

  /** Of the bot itself Discord tells without the intent for members. */
  @On('guildMemberUpdate')
  async onMemberUpdate(@Context() [, member]: ClientEvents['guildMemberUpdate']): Promise<void> {
    if (member.id === member.client.user.id)
      await this.attempt(() => this.changes.permissionsChanged(member.guild.id));
  }

  /** discord.js tells of an outage by other events. */
  @On('guildDelete')
  async onGuildDelete(@Context() [guild]: ClientEvents['guildDelete']): Promise<void> {
    await this.attempt(() => this.changes.botRemoved(guild.id));
  }

  @On('guildCreate')
  async onGuildCreate(@Context() [guild]: ClientEvents['guildCreate']): Promise<void> {
    await this.attempt(() => this.changes.botAdded(guild.id));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn({ err: error }, 'A change on Discord was not followed; the next comparison finds it');
    }
  }
}
