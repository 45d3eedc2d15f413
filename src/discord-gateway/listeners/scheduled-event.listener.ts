import { Injectable, Logger } from '@nestjs/common';
import {
  type ClientEvents,
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  type GuildScheduledEvent,
} from 'discord.js';
import { Context, On } from 'necord';
import { Gather } from '../../common/gather.js';
import { AdoptionOffers, AdoptionService } from '../../features/scheduled-events/adoption.service.js';
import { AttendeesService } from '../../features/scheduled-events/attendees.service.js';
import { DiscordChangesService } from '../../features/scheduled-events/discord-changes.service.js';
import type {
  DiscordStatus,
  FoundScheduledEvent,
} from '../../features/scheduled-events/rules/scheduled-event.js';
import type { RawEvents } from './copies.listener.js';

/** Our own changes are told, too, before their outcome is saved; after this time what is known counts. */
const SETTLED_MS = 2_000;

/** Follows what people do to scheduled events on Discord. */
@Injectable()
export class ScheduledEventListener {
  private readonly logger = new Logger('Gateway');
  private readonly changed = new Gather<() => Promise<void>>(SETTLED_MS, (follow) => {
    void this.attempt(follow);
  });

  private readonly counted = new Gather<true>(SETTLED_MS, (_, id) => {
    void this.attempt(() => this.attendees.recount(id));
  });

  constructor(
    private readonly changes: DiscordChangesService,
    private readonly attendees: AttendeesService,
    private readonly offers: AdoptionOffers,
    private readonly adoption: AdoptionService,
  ) {}

  @On('guildScheduledEventCreate')
  async onCreate(@Context() [event]: ClientEvents['guildScheduledEventCreate']): Promise<void> {
    if (event.creatorId === event.client.user.id) return;
    await this.attempt(() => this.offers.offer(toFound(event)));
  }

  /** A new session is told what is planned, and nothing of what happened before. */
  @On<RawEvents>('raw')
  async onGuild(@Context() [{ t, d }]: RawEvents['raw']): Promise<void> {
    if (t !== GatewayDispatchEvents.GuildCreate) return;
    const { id, guild_scheduled_events: planned } = d as GatewayGuildCreateDispatchData;
    for (const event of planned.filter(({ recurrence_rule }) => recurrence_rule !== null))
      await this.attempt(() => this.adoption.catchUp(id, event.id));
  }

  @On('guildScheduledEventUpdate')
  onUpdate(@Context() [, event]: ClientEvents['guildScheduledEventUpdate']): void {
    // Discord says nothing of it any more, so discord.js would have it in mind for good.
    if (event.isCompleted() || event.isCanceled()) event.guild?.scheduledEvents.cache.delete(event.id);
    this.changed.add(event.id, async () => {
      await this.changes.scheduledEventChanged(toFound(event));
      await this.adoption.followSeries(toFound(event));
    });
  }

  @On('guildScheduledEventDelete')
  onDelete(@Context() [event]: ClientEvents['guildScheduledEventDelete']): void {
    this.changed.add(event.id, () => this.changes.scheduledEventDeleted(event.id, event.guildId));
  }

  @On('guildScheduledEventUserAdd')
  async onInterested(@Context() [event, user]: ClientEvents['guildScheduledEventUserAdd']): Promise<void> {
    this.counted.add(event.id, true);
    await this.attempt(() => this.attendees.interestChanged(event.id, user.id, true));
  }

  @On('guildScheduledEventUserRemove')
  async onUninterested(
    @Context() [event, user]: ClientEvents['guildScheduledEventUserRemove'],
  ): Promise<void> {
    this.counted.add(event.id, true);
    await this.attempt(() => this.attendees.interestChanged(event.id, user.id, false));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(
        { err: error },
        'A change of a scheduled event was not followed; the next comparison finds it',
      );
    }
  }
}

/** As the gateway tells it, which does not count who is interested. */
function toFound(event: GuildScheduledEvent): FoundScheduledEvent {
  const start = event.scheduledStartAt ?? new Date(0);
  return {
    id: event.id,
    guild_id: event.guildId,
    channel_id: event.channelId,
    recurring: event.recurrenceRule !== null,
    creator_id: event.creatorId,
    status: event.status as number as DiscordStatus,
    user_count: null,
    fields: {
      name: event.name,
      description: event.description ?? '',
      location: event.entityMetadata?.location ?? '',
      scheduled_start_time: start,
      scheduled_end_time: event.scheduledEndAt ?? start,
    },
  };
}
