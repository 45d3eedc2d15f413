import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { type NoticeText, OrganizerNotices } from '../guilds/organizer-notices.js';
import { ScheduledEventsService } from '../scheduled-events/scheduled-events.service.js';

/** The servers that show an event: who is on them, and who of their organizers is told. */
@Injectable()
export class EventServers {
  constructor(
    private readonly scheduledEvents: ScheduledEventsService,
    private readonly guilds: GuildsService,
    private readonly members: MembersApi,
    private readonly notices: OrganizerNotices,
  ) {}

  /** By Discord's ids. */
  async idsOf(eventId: string): Promise<string[]> {
    return this.scheduledEvents.listServerIds(eventId);
  }

  /**
   * Whether Discord says that somebody is on none of these servers. Where the bot may not look, because it was removed for example,
   * they may still be.
   * @throws DiscordFailure `wait` when Discord does not answer
   */
  async isAwayFrom(guildIds: readonly string[], discordId: string): Promise<boolean> {
    for (const guildId of guildIds) if (await this.mayBeOn(guildId, discordId)) return false;
    return guildIds.length > 0;
  }

  /** Everybody on a server; `null` where Discord does not say. */
  async membersOf(guildId: string): Promise<ReadonlySet<string> | null> {
    const ids = new Set<string>();
    try {
      for await (const page of this.members.listMembers(guildId))
        for (const { discord_id } of page) ids.add(discord_id);
      return ids;
    } catch (error) {
      if (error instanceof DiscordFailure) return null;
      throw error;
    }
  }

  /**
   * Tells the organizers on one of these servers.
   * @param first the server to tell them on, if it is among them
   * @throws DiscordFailure `wait` when Discord is away
   */
  async tell(guildIds: readonly string[], first: string, key: string, text: NoticeText): Promise<void> {
    const guildId = guildIds.includes(first) ? first : (guildIds[0] ?? first);
    const guild = await this.guilds.find(guildId);
    if (guild !== null) await this.notices.tell(guild, key, text);
  }

  private async mayBeOn(guildId: string, discordId: string): Promise<boolean> {
    try {
      return (await this.members.find(guildId, discordId)) !== null;
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment !== 'wait') return true;
      throw error;
    }
  }
}
