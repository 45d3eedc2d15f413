import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { pageOf, type Page } from '../../common/page.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import type { TriggerPayload } from '../../queue/catalogue.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventEffects } from '../events/event-effects.js';
import { EventsService } from '../events/events.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { isOpen } from '../events/rules/transitions.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { ChannelMappingsRepository, type EventOnServer } from './channel-mappings.repository.js';
import type { ChannelMapping } from './rules/event-channels.js';

/** Which page, and of which server. */
export interface ChannelMappingsQuery {
  /** All servers that the actor administers when left out. */
  readonly guild_id?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** How many of those that are due are taken at once. */
const BATCH = 200;

/** What channels events have on servers. */
@Injectable()
export class ChannelMappingsService implements OnModuleInit, KeepsPersonalData {
  constructor(
    private readonly mappings: ChannelMappingsRepository,
    private readonly effects: EventEffects,
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.effects.follow((event) => this.eventChanged(event));
  }

  /** @throws not_found · forbidden · invalid for a cursor of another list */
  async list(actor: Actor, { guild_id, limit, cursor }: ChannelMappingsQuery): Promise<Page<ChannelMapping>> {
    if (guild_id !== undefined) await this.guilds.administered(actor, guild_id);
    const guildIds = guild_id === undefined ? await this.guilds.administeredIds(actor) : [guild_id];
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.mappings.list(guildIds, after, limit + 1);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }

  /** Staff chose whether an event has channels on these servers, whatever their settings say. */
  async choose(eventId: string, guildIds: readonly string[], wanted: boolean): Promise<void> {
    const event = await this.events.find(eventId);
    if (event === null) return;
    for (const guildId of guildIds)
      await this.mappings.choose({ event_id: eventId, guild_id: guildId }, event.org_id, wanted);
    await this.enqueue(event, guildIds);
  }

  /** What was refused on a server is tried again. */
  @HandlesTrigger('retry_guild_channels')
  async retryRefused({ guild_id }: TriggerPayload<'retry_guild_channels'>): Promise<void> {
    await this.matchAll(await this.mappings.listRefused(guild_id));
  }

  /** People may have left a voice channel, or the time of a channel has come. */
  @HandlesTrigger('sweep_channels')
  async sweep(): Promise<void> {
    const due = await this.mappings.listDue(new Date(), BATCH);
    await this.jobs.enqueueAll(
      due.map(({ event_id, guild_id }) => ({ type: 'archive_channels', payload: { event_id, guild_id } })),
    );
  }

  /** Somebody entered, left or changed a voice channel; `null` for none. */
  async moved(guildId: string, discordId: string, from: string | null, to: string | null): Promise<void> {
    if (from !== null) await this.mappings.leave(from, discordId);
    if (to !== null) await this.mappings.enter(guildId, to, discordId);
  }

  /** Somebody came to a server: only now does Discord let them into the threads of their events. */
  async joined(guildId: string, discordId: string): Promise<void> {
    const threads = await this.mappings.listAdmitting(discordId);
    const here = threads.filter(({ guild_id }) => guild_id === guildId);
    for (const thread of here) await this.mappings.forgetMember(thread, discordId);
    await this.matchAll(here);
  }

  /** The event that a channel was made for; `null` for any other channel. */
  async eventOf(channelId: string): Promise<string | null> {
    return this.mappings.findEvent(channelId);
  }

  /** Who is in which voice channel of a server. */
  async seenOn(guildId: string, present: ChannelMapping['present']): Promise<void> {
    await this.mappings.setPresent(guildId, present);
  }

  async exportOf({ discord_id }: Person): Promise<unknown> {
    const threads = await this.mappings.listAdmitting(discord_id);
    return [...(await this.mappings.listPresenceOf(discord_id)), ...threads];
  }

  /** Whom we let into threads has to go on Discord first: then they are noted there no more. */
  async erase({ discord_id }: Person): Promise<void> {
    await this.mappings.removePresence(discord_id);
    await this.matchAll(await this.mappings.listAdmitting(discord_id));
  }

  private async matchAll(which: readonly EventOnServer[]): Promise<void> {
    await this.jobs.enqueueAll(
      which.map(({ event_id, guild_id }) => ({ type: 'create_channels', payload: { event_id, guild_id } })),
    );
  }

  /** An event changed, or somebody's seat in it. */
  private async eventChanged(event: EventRecord): Promise<void> {
    if (event.state === 'draft') return;
    const guilds = await this.guilds.ofOrganization(event.org_id);
    const known = await this.mappings.listOfEvent(
      event.id,
      guilds.map(({ guild_id }) => guild_id),
    );
    const wanting = guilds.filter(({ guild_id, auto_create_channels }) => {
      const mapping = known.find((one) => one.guild_id === guild_id);
      return mapping === undefined
        ? auto_create_channels && isOpen(event.state)
        : mapping.state !== 'deleted';
    });
    await this.enqueue(
      event,
      wanting.map(({ guild_id }) => guild_id),
    );
  }

  private async enqueue({ id, state }: EventRecord, guildIds: readonly string[]): Promise<void> {
    const type = isOpen(state) ? 'create_channels' : 'archive_channels';
    await this.jobs.enqueueAll(
      guildIds.map((guildId) => ({ type, payload: { event_id: id, guild_id: guildId } })),
    );
  }
}
