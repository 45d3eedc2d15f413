import { Injectable, Logger } from '@nestjs/common';
import pLimit from 'p-limit';
import { DiscordFailure } from '../../common/discord-failure.js';
import { MessagesApi } from '../../discord-api/messages.api.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import type { TriggerPayload } from '../../queue/catalogue.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { AdoptionOffers } from './adoption.service.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { MirrorJobs } from './mirror-jobs.js';
import type { InteractiveMessage, Mirror } from './rules/mirror.js';
import { isDifferent } from './rules/read-back.js';
import type { FoundScheduledEvent } from './rules/scheduled-event.js';

/** Servers that are read at the same time; the request budget is shared with everything else. */
const AT_ONCE = 4;
/** Unknown server; missing access, which is what strangers are told. */
const NOT_IN_IT: readonly number[] = [10004, 50001];

/** Who is interested in a scheduled event that was just made: the bot that made it. */
const AT_FIRST = 1;

export const BOT_REMOVED =
  'The bot is not in this server any more. Invite it again, and everything comes back.';

/**
 * Compares what Discord servers show with what they are known to show, so that what happened while the bot was away is caught.
 * Where something differs, the mirror is reconciled; this itself changes nothing on Discord. What people made is offered to them.
 */
@Injectable()
export class ReadBack {
  private readonly logger = new Logger(ReadBack.name);

  constructor(
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly scheduledEvents: ScheduledEventsApi,
    private readonly messagesApi: MessagesApi,
    private readonly jobs: MirrorJobs,
    private readonly offers: AdoptionOffers,
  ) {}

  /** Compares every server. One that fails does not hold up the others. */
  @HandlesTrigger('read_back')
  async all(): Promise<void> {
    const turns = pLimit(AT_ONCE);
    const guildIds = new Set(await this.mirrors.listGuildIds());
    for await (const guildId of this.offers.everyServer()) guildIds.add(guildId);
    await Promise.all(
      [...guildIds].map((guildId) =>
        turns(async () => {
          try {
            await this.guild(guildId);
          } catch (error) {
            this.logger.warn({ err: error, guild_id: guildId }, 'A server could not be compared');
          }
        }),
      ),
    );
  }

  /** Compares one server, soon after something happened there. */
  @HandlesTrigger('read_back_guild')
  async changed({ guild_id }: TriggerPayload<'read_back_guild'>): Promise<void> {
    await this.guild(guild_id);
  }

  /** Compares one server. @throws DiscordFailure */
  async guild(guildId: string): Promise<void> {
    const shown = await this.scheduledEventsOf(guildId);
    if (shown === null) {
      await this.mirrors.suspend(guildId, BOT_REMOVED);
      return;
    }
    await this.jobs.enqueue(await this.mirrors.resume(guildId));
    await this.compareScheduledEvents(guildId, shown);
    const mirrors = await this.mirrors.keptAmong(guildId, [...shown.keys()]);
    await this.offers.catchUp([...shown.values()].filter(({ id }) => !mirrors.has(id)));
    await this.compareMessages(await this.messages.listByGuild(guildId));
  }

  /** Has a mirror looked at if Discord has something else than is known, and its attendees if their number differs. */
  async scheduledEvent(mirror: Mirror, found: FoundScheduledEvent): Promise<void> {
    if (isDifferent(mirror, found)) await this.doubt(found.id);
    if (found.user_count === null || found.user_count === mirror.user_count) return;
    await this.mirrors.saveUserCount(found.id, found.user_count);
    if (found.user_count !== (mirror.user_count ?? AT_FIRST)) await this.jobs.countAttendees(mirror);
  }

  /** Has the mirror of a scheduled event looked at. */
  async doubt(discordEventId: string): Promise<void> {
    await this.jobs.enqueue(await this.mirrors.doubtScheduledEvent(discordEventId));
  }

  /** Has the mirrors of messages looked at. */
  async doubtMessages(rows: readonly InteractiveMessage[]): Promise<void> {
    for (const { event_id, guild_id } of rows)
      await this.jobs.enqueue(await this.mirrors.doubtEvent(event_id, [guild_id]));
  }

  /** `null` when the bot is not in the server. */
  private async scheduledEventsOf(guildId: string): Promise<Map<string, FoundScheduledEvent> | null> {
    try {
      const found = await this.scheduledEvents.list(guildId);
      return new Map(found.map((event) => [event.id, event]));
    } catch (error) {
      if (error instanceof DiscordFailure && NOT_IN_IT.includes(error.code)) return null;
      throw error;
    }
  }

  /** Discord lists what is to come and what is running: one that is not listed is over, cancelled or deleted. */
  private async compareScheduledEvents(
    guildId: string,
    shown: ReadonlyMap<string, FoundScheduledEvent>,
  ): Promise<void> {
    for (const mirror of await this.mirrors.listLive(guildId)) {
      if (mirror.discord_event_id === null) continue;
      const found = shown.get(mirror.discord_event_id);
      if (found === undefined) await this.doubt(mirror.discord_event_id);
      else await this.scheduledEvent(mirror, found);
    }
  }

  /** One request for a channel tells of its last hundred messages; older ones, and hidden ones, are looked at one by one. */
  private async compareMessages(rows: readonly InteractiveMessage[]): Promise<void> {
    const posted = rows.filter(({ message_id }) => message_id !== null);
    for (const channelId of new Set(posted.map(({ channel_id }) => channel_id))) {
      const whole = new Set(await this.messagesApi.listWholeIds(channelId));
      const doubtful = posted.filter(
        ({ channel_id, message_id }) => channel_id === channelId && !whole.has(message_id ?? ''),
      );
      await this.doubtMessages(doubtful);
    }
  }
}
