import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import type { Actor } from '../../common/actor.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { conflict, DomainError, invalid, notFound } from '../../common/errors.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import type { JobPayload } from '../../queue/catalogue.js';
import { HandlesJob, type JobResult } from '../../queue/handles.js';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { EventAccess } from '../events/event-access.js';
import { EventsService } from '../events/events.service.js';
import { isSignedUp } from '../events/rules/roster.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import { SignupsService } from '../events/signups.service.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { DiscordEventsRepository } from './discord-events.repository.js';

/** What comparing the people interested in a scheduled event with the signups came to. */
export interface AttendeesSynced {
  /** People interested on Discord, but for the bot. */
  readonly discord_attendees: number;
  /** Signups that count, afterwards. */
  readonly verselink_signups: number;
  readonly added: number;
  readonly removed: number;
  /** Interested people without an account here. */
  readonly unlinked: number;
  readonly sync_completed: boolean;
}

/** Commands of one event that are sent together; the event writes them in one go. */
const AT_ONCE = 100;

/** Signs up those who are interested in a scheduled event on Discord, without a role; losing interest takes only that back. */
@Injectable()
export class AttendeesService {
  constructor(
    private readonly api: ScheduledEventsApi,
    private readonly mirrors: DiscordEventsRepository,
    private readonly access: EventAccess,
    private readonly events: EventsService,
    private readonly signups: SignupsService,
    private readonly users: UsersService,
  ) {}

  /**
   * Compares who is interested on a server with the signups, for the organization's staff.
   * @throws not_found, forbidden as `EventAccess.toChange`
   * @throws invalid `guild_id` where the event is not shown; conflict `no_scheduled_event` where its scheduled event is missing
   * @throws DiscordFailure
   */
  async sync(actor: Actor, eventId: string, guildId: string): Promise<AttendeesSynced> {
    await this.access.toChange(actor, eventId);
    const mirror = await this.mirrors.find(eventId, guildId);
    if (mirror === null || mirror.intent === 'absent') {
      throw invalid([{ field: 'guild_id', message: 'is not a server that shows this event' }]);
    }
    if (mirror.discord_event_id === null) {
      throw conflict('no_scheduled_event', 'This server has no scheduled event for this event.');
    }
    return this.compare(eventId, guildId, mirror.discord_event_id);
  }

  /** As `sync`, for what happened while the bot was away. */
  @HandlesJob('sync_attendees')
  async syncLater({ event_id, guild_id }: JobPayload<'sync_attendees'>): Promise<JobResult> {
    const mirror = await this.mirrors.find(event_id, guild_id);
    if (mirror === null || mirror.discord_event_id === null) return { skipped: 'no scheduled event' };
    try {
      return { ...(await this.compare(event_id, guild_id, mirror.discord_event_id)) };
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error;
      const { treatment, message, retryAfterMs } = error;
      if (treatment === 'wait') throw new RetryLater(message, retryAfterMs, retryAfterMs === null);
      throw new PermanentFailure(message);
    }
  }

  /** Somebody marked a scheduled event as interesting, or took it back. Strangers to VerseLink are only counted. */
  async interestChanged(discordEventId: string, discordId: string, interested: boolean): Promise<void> {
    const mirror = await this.mirrors.findByDiscordEvent(discordEventId);
    const user = mirror && (await this.users.findByDiscordId(discordId));
    if (mirror === null || user === null) return;
    if (interested) await this.add(user.id, mirror.event_id, mirror.guild_id);
    else await this.remove(user.id, mirror.event_id, mirror.guild_id);
  }

  /** Learns how many are interested. @throws DiscordFailure */
  async recount(discordEventId: string): Promise<void> {
    const mirror = await this.mirrors.findByDiscordEvent(discordEventId);
    const found = mirror && (await this.api.find(mirror.guild_id, discordEventId));
    if (found !== null && found.user_count !== null)
      await this.mirrors.saveUserCount(discordEventId, found.user_count);
  }

  private async compare(eventId: string, guildId: string, discordEventId: string): Promise<AttendeesSynced> {
    const interested = await this.api.listInterested(guildId, discordEventId);
    const linked = await this.users.findByDiscordIds(interested);
    const { newcomers, lost } = changesOf(await this.load(eventId), linked, guildId);
    const added = await countTrue(newcomers, (userId) => this.add(userId, eventId, guildId));
    const removed = await countTrue(lost, (userId) => this.remove(userId, eventId, guildId));
    const { roster } = await this.load(eventId);
    return {
      discord_attendees: interested.length,
      verselink_signups: roster.filter(isSignedUp).length,
      added,
      removed,
      unlinked: interested.length - linked.length,
      sync_completed: true,
    };
  }

  private async load(eventId: string): Promise<EventWithRoster> {
    const event = await this.events.findWithRoster(eventId);
    if (event === null) throw notFound('event');
    return event;
  }

  /** @returns whether they are signed up now and were not before */
  private async add(userId: string, eventId: string, guildId: string): Promise<boolean> {
    const actor = { user_id: userId, site_admin: false };
    const arrival = { role_id: null, notes: null, ship_model: null, source: 'discord' } as const;
    return unlessRefused(async () => {
      const state = await this.signups.signUp(actor, {
        event_id: eventId,
        ...arrival,
        interested_on: guildId,
      });
      return state.result === 'signed_up';
    });
  }

  /** @returns whether they had signed up by their interest alone */
  private async remove(userId: string, eventId: string, guildId: string): Promise<boolean> {
    return unlessRefused(async () => {
      const state = await this.signups.loseInterest(userId, eventId, guildId);
      return state.result === 'withdrawn';
    });
  }
}

/**
 * Who is to be signed up, and whose signup goes. Somebody who ever answered here is not signed up again by a comparison: an
 * answer is stronger than interest.
 */
function changesOf(
  { roster }: EventWithRoster,
  linked: readonly User[],
  guildId: string,
): { readonly newcomers: string[]; readonly lost: string[] } {
  const interested = new Set(linked.map(({ id }) => id));
  const known = new Set(roster.map(({ user_id }) => user_id));
  const lost = roster.filter(
    (entry) => entry.interested_on === guildId && isSignedUp(entry) && !interested.has(entry.user_id),
  );
  return {
    newcomers: [...interested].filter((userId) => !known.has(userId)),
    lost: lost.map(({ user_id }) => user_id),
  };
}

/** For how many it is so, asked of many at once. */
async function countTrue(
  userIds: readonly string[],
  work: (userId: string) => Promise<boolean>,
): Promise<number> {
  const turns = pLimit(AT_ONCE);
  const done = await Promise.all(userIds.map((userId) => turns(() => work(userId))));
  return done.filter(Boolean).length;
}

/** What an event refuses, because it is closed or for others, interest does not change. */
async function unlessRefused(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'unavailable') return false;
    throw error;
  }
}
