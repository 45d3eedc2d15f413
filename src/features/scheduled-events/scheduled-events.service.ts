import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../common/actor.js';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { conflict, invalid, unavailable } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import { EventsService } from '../events/events.service.js';
import type { Event } from '../events/rules/event.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { ServerChecks } from '../guilds/server-checks.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { MirrorJobs } from './mirror-jobs.js';
import { DISCORD_STATUS } from './rules/scheduled-event.js';
import { toMirrorView, type InteractiveMessage, type Mirror, type MirrorView } from './rules/mirror.js';

/** What staff ask of an event's mirrors. */
export interface MirrorRequest {
  /** All servers of the organization when not given. */
  readonly guild_ids?: readonly string[];
}

/** A step of an event's life. */
export type LifeStep = 'created' | 'updated' | 'cancelled' | 'completed';

/** What was set going. */
export interface MirrorRequestResult {
  readonly event_id: string;
  readonly guild_ids: string[];
  readonly jobs_queued: number;
}

/** What a server shows of an event, and of which. */
export interface ServerMirror extends MirrorView {
  readonly event: MirroredEvent;
}

/** An event beside what a server shows of it. */
export type MirroredEvent = Pick<Event, 'id' | 'title' | 'start_at_utc' | 'duration_minutes' | 'state'>;

/** What there is on Discord. */
export interface MirrorCounts {
  readonly scheduled_events: {
    readonly total: number;
    readonly active: number;
    readonly completed: number;
    readonly recent: number;
  };
  readonly signup_messages: { readonly total: number; readonly active: number; readonly recent: number };
}

const NOT_REGISTERED = 'is not registered for the organization of this event';

/** How long a request waits for the job that posts the message: less than the deadline of every request (10 s). */
const WAIT_MS = 8_000;
const LOOK_EVERY_MS = 100;

/** What the staff of an organization ask of its events' mirrors on Discord servers. */
@Injectable()
export class ScheduledEventsService {
  constructor(
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly checks: ServerChecks,
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly jobs: MirrorJobs,
  ) {}

  /** How many scheduled events and signup messages there are on Discord, and how many are newer than `since`. */
  async counts(since: Date): Promise<MirrorCounts> {
    const [total, scheduled, running, completed, recent] = await Promise.all([
      this.mirrors.countByStatus(),
      this.mirrors.countByStatus(DISCORD_STATUS.scheduled),
      this.mirrors.countByStatus(DISCORD_STATUS.active),
      this.mirrors.countByStatus(DISCORD_STATUS.completed),
      this.mirrors.countByStatus(undefined, since),
    ]);
    const messages = await Promise.all([
      this.messages.count(),
      this.messages.count({ active: true }),
      this.messages.count({ since }),
    ]);
    return {
      scheduled_events: { total, active: scheduled + running, completed, recent },
      signup_messages: { total: messages[0], active: messages[1], recent: messages[2] },
    };
  }

  /** How many mirrors are due and not in step yet, and for how long the oldest of them has been. */
  async lag(): Promise<{ readonly behind: number; readonly lagMs: number }> {
    const { count, oldest } = await this.mirrors.findBehind();
    return { behind: count, lagMs: oldest === null ? 0 : Math.max(0, Date.now() - oldest.getTime()) };
  }

  /** The servers that show an event, or should. */
  async listServerIds(eventId: string): Promise<string[]> {
    const mirrors = await this.mirrors.listByEvent(eventId);
    return mirrors
      .filter(({ intent, sync_state }) => intent === 'present' && sync_state !== 'removed')
      .map(({ guild_id }) => guild_id);
  }

  /** Where an event's signup messages stand, by server. */
  async messageLinks(eventId: string, guildIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.messages.listOf([eventId], guildIds);
    return new Map(
      rows.flatMap((row) => {
        const url = messageUrl(row);
        return url === null ? [] : [[row.guild_id, url]];
      }),
    );
  }

  /** An event's mirrors, for everyone who may see the event. @throws not_found */
  async list(actor: Actor, eventId: string): Promise<MirrorView[]> {
    const { org_id } = await this.events.read(actor, eventId);
    const [mirrors, guilds] = await Promise.all([
      this.mirrors.listByEvent(eventId),
      this.guilds.ofOrganization(org_id),
    ]);
    const names = new Map(guilds.map(({ guild_id, guild_name }) => [guild_id, guild_name]));
    const links = await this.messageLinks(eventId, [...names.keys()]);
    return mirrors.map((mirror) =>
      toMirrorView(mirror, names.get(mirror.guild_id) ?? null, links.get(mirror.guild_id) ?? null),
    );
  }

  /** What a server shows of its organization's events, newest first. @throws not_found, forbidden as `GuildsService.administered` */
  async listOn(
    actor: Actor,
    guildId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ServerMirror>> {
    const { org_id, guild_name } = await this.guilds.administered(actor, guildId);
    const rows = await this.mirrors.listPage(guildId, idIn(cursor ?? null), limit + 1);
    const { items, next_cursor } = pageOf(rows, limit, ({ id }) => encodeCursor([id]));
    const eventIds = items.map(({ event_id }) => event_id);
    const [events, messages] = await Promise.all([
      this.events.listOf(org_id, eventIds),
      this.messages.listOf(eventIds, [guildId]),
    ]);
    const eventsById = new Map(events.map((event) => [event.id, event]));
    const links = new Map(messages.map((message) => [message.event_id, messageUrl(message)]));
    // What the server showed of another organization's events, before it belonged to this one, is nothing for its admins.
    const shown = items.flatMap((mirror) => {
      const event = eventsById.get(mirror.event_id);
      if (event === undefined) return [];
      const { id, title, start_at_utc, duration_minutes, state } = event;
      const view = toMirrorView(mirror, guild_name, links.get(id) ?? null);
      return [{ ...view, event: { id, title, start_at_utc, duration_minutes, state } }];
    });
    return { items: shown, next_cursor };
  }

  /**
   * Shows the event on the servers, also where a person had taken it away.
   * @throws not_found, forbidden, conflict as `load`; invalid as `guildIds`
   */
  async create(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.load(actor, eventId);
    const guildIds = await this.guildIds(event, request.guild_ids);
    await this.messages.forgetDeleted(event.id, guildIds);
    await this.events.record(actor, 'mirror.created', event, request);
    return this.enqueue(event, await this.mirrors.revive(event.id, guildIds, event.shown));
  }

  /** Compares every mirror with the truth and sends it again; one that a person took away stays away. @throws as `create` */
  async update(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.load(actor, eventId);
    const guildIds = await this.guildIds(event, request.guild_ids);
    await this.events.record(actor, 'mirror.updated', event, request);
    await this.messages.doubtEvent(event.id, guildIds);
    return this.enqueue(event, await this.mirrors.doubtEvent(event.id, guildIds));
  }

  /**
   * Does with the event, and with what servers show of it, what a step of its life asks for.
   * @throws as `create`; conflict `illegal_transition` when the event cannot take the step
   */
  async manage(actor: Actor, eventId: string, action: LifeStep): Promise<MirrorRequestResult> {
    const event = await this.load(actor, eventId);
    if (action === 'created') return this.create(actor, eventId, {});
    if (action !== 'updated' && action !== event.state) await this.events.close(actor, eventId, action);
    return this.update(actor, eventId, {});
  }

  /** Takes the event away from the servers. @throws as `create` */
  async delete(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.load(actor, eventId);
    const guildIds = await this.guildIds(event, request.guild_ids);
    await this.events.record(actor, 'mirror.deleted', event, request);
    return this.enqueue(event, await this.mirrors.markAbsent(event.id, guildIds));
  }

  /**
   * Puts an event's signup message into a channel chosen by the staff.
   * @returns the message once Discord has it; the one there is when it is in this channel already
   * @throws invalid `guild_id` that is not the organization's · `channel_id` that cannot hold the server's messages
   * @throws DiscordFailure when Discord cannot be asked about the channel
   * @throws conflict `signup_message_refused` when Discord refuses it
   * @throws unavailable when Discord does not take it in time; the work goes on
   */
  async postSignupMessage(
    actor: Actor,
    eventId: string,
    guildId: string,
    channelId: string,
  ): Promise<InteractiveMessage> {
    const event = await this.load(actor, eventId);
    await this.requireGuild(event, guildId);
    await this.checks.requireChannel(guildId, channelId);
    await this.messages.choose(event.id, guildId, channelId);
    await this.events.record(actor, 'mirror.message_posted', event, {
      guild_id: guildId,
      channel_id: channelId,
    });
    await this.jobs.enqueue(await this.mirrors.revive(event.id, [guildId], event.shown));
    return this.waitForMessage(event.id, guildId);
  }

  private async waitForMessage(eventId: string, guildId: string): Promise<InteractiveMessage> {
    const deadline = Date.now() + WAIT_MS;
    let mirror = await this.mirrors.find(eventId, guildId);
    while (mirror?.sync_state === 'pending' && mirror.doubt !== null && Date.now() < deadline) {
      await sleep(LOOK_EVERY_MS);
      mirror = await this.mirrors.find(eventId, guildId);
    }
    const row = await this.messages.find(eventId, guildId);
    if (row !== null && row.message_id !== null) return row;
    const reason = mirror?.last_error ?? 'Discord has not taken the message yet.';
    if (mirror?.sync_state === 'pending') throw unavailable(reason);
    throw conflict('signup_message_refused', reason);
  }

  /** @throws not_found · forbidden for others than staff · conflict `event_not_published` for a draft */
  private async load(actor: Actor, eventId: string): Promise<Event> {
    const event = await this.events.readToChange(actor, eventId);
    if (event.state === 'draft') throw conflict('event_not_published', 'A draft is not shown on Discord.');
    return event;
  }

  /**
   * The servers to work on.
   * @param wanted all of the organization's when not given
   * @throws invalid when one is not registered for the event's organization
   */
  private async guildIds({ org_id }: Event, wanted?: readonly string[]): Promise<string[]> {
    const registered = (await this.guilds.ofOrganization(org_id)).map(({ guild_id }) => guild_id);
    if (wanted === undefined) return registered;
    const unknown = wanted.flatMap((guildId, index) =>
      registered.includes(guildId) ? [] : [{ field: `guild_ids.${index}`, message: NOT_REGISTERED }],
    );
    if (unknown.length > 0) throw invalid(unknown);
    return [...new Set(wanted)];
  }

  private async requireGuild({ org_id }: Event, guildId: string): Promise<void> {
    const guild = await this.guilds.find(guildId);
    if (guild?.org_id !== org_id) throw invalid([{ field: 'guild_id', message: NOT_REGISTERED }]);
  }

  private async enqueue(event: Event, mirrors: readonly Mirror[]): Promise<MirrorRequestResult> {
    await this.jobs.enqueue(mirrors);
    const guildIds = mirrors.map(({ guild_id }) => guild_id);
    return { event_id: event.id, guild_ids: guildIds, jobs_queued: guildIds.length };
  }
}

/** Where people open a signup message in Discord; `null` while it is not there. */
function messageUrl({ guild_id, channel_id, message_id }: InteractiveMessage): string | null {
  return message_id && `https://discord.com/channels/${guild_id}/${channel_id}/${message_id}`;
}
