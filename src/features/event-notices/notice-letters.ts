import { Injectable } from '@nestjs/common';
import { textsIn, type Locale } from '../../languages/languages.js';
import { EventsService } from '../events/events.service.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import type { DirectMessage } from '../notifications/rules/direct-message.js';
import { ScheduledEventsService } from '../scheduled-events/scheduled-events.service.js';
import { UsersService } from '../users/users.service.js';
import { EventNoticesRepository } from './event-notices.repository.js';
import { channelFor, serverOf, showingServers, type Delivery } from './rules/delivery.js';
import { channelPost, directMessage, type ChannelPost, type NoticeContent } from './rules/notice-bodies.js';
import { concerned, isStillTrue, isToldOf, type Notice } from './rules/notice.js';

/** A message ready to be sent, with whom it goes to. */
export type Letter =
  | { readonly to: 'person'; readonly discordId: string; readonly message: DirectMessage }
  | {
      readonly to: 'channel';
      readonly guild: Guild;
      readonly channelId: string;
      readonly feature: 'reminders' | 'announcements';
      readonly body: ChannelPost;
    };

/** Writes the messages of notices, as things are at the moment when they are sent. */
@Injectable()
export class NoticeLetters {
  constructor(
    private readonly notices: EventNoticesRepository,
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly users: UsersService,
    private readonly shown: ScheduledEventsService,
  ) {}

  /**
   * The message of a delivery; `null` when it would not be true or wanted any more.
   * @param key tells the message from every other one
   */
  async write(delivery: Delivery, key: string, now: Date): Promise<Letter | null> {
    const notice = await this.notices.find(delivery.notice_id);
    const event = notice === null ? null : await this.events.findWithRoster(notice.event_id);
    if (notice === null || event === null || !isStillTrue(notice, event, now)) return null;
    if (delivery.valid_until !== null && delivery.valid_until <= now) return null;
    return delivery.way === 'direct'
      ? this.toPerson(delivery, notice, event, key)
      : this.toChannel(delivery, notice, event, key);
  }

  /** The Discord account that a direct message goes to; `null` when the person is gone. */
  async discordIdOf({ user_ids: [userId] }: Delivery): Promise<string | null> {
    return (userId === undefined ? null : await this.users.find(userId))?.discord_id ?? null;
  }

  private async toPerson(
    { user_ids: [userId = ''] }: Delivery,
    notice: Notice,
    event: EventWithRoster,
    key: string,
  ): Promise<Letter | null> {
    const user = await this.users.find(userId);
    if (user === null || !isToldOf(user, notice.kind) || !concerned(notice, event).includes(userId))
      return null;
    const servers = showingServers(event, await this.guilds.ofOrganization(event.org_id));
    const links = await this.linksOn(event.id, servers);
    const showing = servers.filter(({ guild_id }) => links.has(guild_id));
    const server = serverOf(user, showing) ?? showing[0];
    const link = (server && links.get(server.guild_id)) ?? null;
    const entry = event.roster.find(({ user_id }) => user_id === userId);
    const until = entry?.offer_expires_at ?? null;
    const message = directMessage(contentOf({ notice, event, link, key, until }, user.locale));
    return { to: 'person', discordId: user.discord_id, message };
  }

  private async toChannel(
    { guild_id, user_ids, way }: Delivery,
    notice: Notice,
    event: EventWithRoster,
    key: string,
  ): Promise<Letter | null> {
    const guild = guild_id === null ? null : await this.guilds.find(guild_id);
    if (guild?.org_id !== event.org_id || showingServers(event, [guild]).length === 0) return null;
    if (notice.kind === 'reminder' && !guild.reminder_enabled) return null;
    const isAnnouncement = notice.kind === 'announcement';
    const channelId = channelFor(guild, isAnnouncement ? 'announcement' : 'reminder');
    const users = await this.users.findAll(user_ids);
    const mentioned = user_ids.flatMap((id) => users.get(id)?.discord_id ?? []);
    const isFallback = way === 'fallback';
    if (channelId === null || (isFallback && mentioned.length === 0)) return null;
    const link = (await this.linksOn(event.id, [guild])).get(guild.guild_id) ?? null;
    const content = contentOf({ notice, event, link, key, until: null }, guild.locale);
    const body = channelPost(content, mentioned, isFallback);
    const feature = isAnnouncement ? 'announcements' : 'reminders';
    return { to: 'channel', guild, channelId, feature, body };
  }

  private async linksOn(eventId: string, servers: readonly Guild[]): Promise<ReadonlyMap<string, string>> {
    return this.shown.messageLinks(
      eventId,
      servers.map(({ guild_id }) => guild_id),
    );
  }
}

function contentOf(content: Omit<NoticeContent, 'texts'>, locale: Locale): NoticeContent {
  return { ...content, texts: textsIn(locale).eventNotices };
}
