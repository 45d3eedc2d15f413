import type { Event } from '../../events/rules/event.js';
import { mayBeShownOn } from '../../access/rules/event-access.js';
import type { Guild } from '../../guilds/rules/guild.js';
import type { User } from '../../users/rules/user.js';
import { isToldOf, type Notice } from './notice.js';
import { offsetsOfPeople, offsetsOn, truthfulUntil } from './reminders.js';

/**
 * How a notice reaches people. `post`: a message in a server's channel · `direct`: one to a person · `fallback`: a message in a
 * channel to those whom none could reach.
 */
type DeliveryWay = 'post' | 'direct' | 'fallback';

/** `closed`: the person takes no direct messages · `skipped`: it would not have been true or wanted any more. */
export const DELIVERY_STATES = ['pending', 'sent', 'closed', 'skipped', 'failed'] as const;
type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A notice's way to one channel or person: one message, whatever happens. */
export interface Delivery {
  /** Made of the notice and of whom it goes to. */
  readonly id: string;
  readonly notice_id: string;
  readonly event_id: string;
  readonly way: DeliveryWay;
  readonly guild_id: string | null;
  /** The person of a direct message; those whom a post mentions. */
  readonly user_ids: readonly string[];
  /** After this it would say something untrue; `null` when it may be late. */
  readonly valid_until: Date | null;
  readonly state: DeliveryState;
  /** Since when it may stand in this channel although no answer said so; `null` before the first try, and after a refusal. */
  readonly tried_since: Date | null;
  readonly channel_id: string | null;
  readonly message_id: string | null;
}

export type NewDelivery = Pick<Delivery, 'id' | 'way' | 'guild_id' | 'user_ids' | 'valid_until'>;

/** How many people one message mentions: Discord takes 100, and 2,000 characters. */
const MENTIONED = 80;

/** The servers that show an event, of its organization's. */
export function showingServers(event: Event, guilds: readonly Guild[]): Guild[] {
  return guilds.filter((guild) => guild.sync_enabled && mayBeShownOn(event, guild));
}

/** Where a server wants such messages. */
export function channelFor(guild: Guild, kind: 'reminder' | 'announcement'): string | null {
  const { reminder_channel_id, event_channel_id, announcement_channel_id } = guild;
  return kind === 'reminder'
    ? (reminder_channel_id ?? event_channel_id ?? announcement_channel_id)
    : (announcement_channel_id ?? event_channel_id ?? reminder_channel_id);
}

/** The messages that a notice makes at first. @param people those whom it concerns */
export function deliveriesOf(
  notice: Notice,
  event: Event,
  guilds: readonly Guild[],
  people: readonly User[],
  now: Date,
): NewDelivery[] {
  const servers = showingServers(event, guilds);
  const wanting = people.filter((user) => isToldOf(user, notice.kind));
  if (notice.kind === 'reminder') return reminders(notice, event, servers, wanting, now);
  const onServers = notice.kind === 'announcement' ? announcements(notice, servers, people) : [];
  return [...onServers, ...wanting.map((user) => direct(notice, user, null))];
}

function reminders(
  notice: Notice,
  event: Event,
  servers: readonly Guild[],
  wanting: readonly User[],
  now: Date,
): NewDelivery[] {
  const offset = notice.offset_minutes ?? 0;
  /** Until when this offset says the truth to those who are reminded at `offsets`; `null` when they are not, or it is too late. */
  const until = (offsets: readonly number[]): Date | null => {
    const end = truthfulUntil(event.start_at_utc, offset, offsets);
    return offsets.includes(offset) && now < end ? end : null;
  };
  const onServers = servers.flatMap((guild) => {
    const end = until(offsetsOn(event, guild));
    if (end === null || channelFor(guild, 'reminder') === null) return [];
    return posts(notice, 'post', guild, [], end);
  });
  const end = until(offsetsOfPeople(event, servers));
  return end === null ? onServers : [...onServers, ...wanting.map((user) => direct(notice, user, end))];
}

/** A post on each server; everybody is mentioned on one server at most. */
function announcements(notice: Notice, servers: readonly Guild[], people: readonly User[]): NewDelivery[] {
  const posting = servers.filter((guild) => channelFor(guild, 'announcement') !== null);
  return posting.flatMap((guild) => posts(notice, 'post', guild, mentionedOn(guild, posting, people)));
}

/** The messages to those whom no direct message could reach, one on each server where there are such. */
export function fallbacksOf(
  notice: Notice,
  event: Event,
  guilds: readonly Guild[],
  people: readonly User[],
): NewDelivery[] {
  const posting = showingServers(event, guilds).filter((guild) => channelFor(guild, 'reminder') !== null);
  return posting.flatMap((guild) => {
    const here = mentionedOn(guild, posting, people);
    return here.length === 0 ? [] : posts(notice, 'fallback', guild, here);
  });
}

function mentionedOn(guild: Guild, posting: readonly Guild[], people: readonly User[]): string[] {
  return people.filter((user) => serverOf(user, posting) === guild).map(({ id }) => id);
}

/** The server on which somebody is mentioned: the first on which they were seen; of those who were seen nowhere, the first. */
export function serverOf(user: Pick<User, 'seen_on'>, servers: readonly Guild[]): Guild | undefined {
  const { seen_on: seenOn } = user;
  return servers.find(({ guild_id }) => seenOn?.includes(guild_id) ?? true);
}

/** One message on a server, and further ones where it mentions more people than fit. */
function posts(
  notice: Notice,
  way: 'post' | 'fallback',
  { guild_id }: Guild,
  userIds: readonly string[] = [],
  until: Date | null = null,
): NewDelivery[] {
  const parts = Math.max(1, Math.ceil(userIds.length / MENTIONED));
  return Array.from({ length: parts }, (_, part) => ({
    id: `${notice.id}/${way}/${guild_id}/${part}`,
    way,
    guild_id,
    user_ids: userIds.slice(part * MENTIONED, (part + 1) * MENTIONED),
    valid_until: until,
  }));
}

function direct(notice: Notice, { id }: User, until: Date | null): NewDelivery {
  return {
    id: `${notice.id}/direct/${id}`,
    way: 'direct',
    guild_id: null,
    user_ids: [id],
    valid_until: until,
  };
}
