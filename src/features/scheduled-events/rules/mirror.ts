import { DISCORD_STATUS, type DiscordStatus, type ScheduledEventFields } from './scheduled-event.js';

/**
 * `pending`: the server may not show the truth yet · `synced`: it does · `failed`: a person has to mend something ·
 * `detached`: someone removed a part of it by hand on Discord, which is left alone until asked for again · `removed`: taken
 * away on request · `suspended`: the bot is not in the server.
 */
export const SYNC_STATES = ['pending', 'synced', 'failed', 'detached', 'removed', 'suspended'] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** What a mirror consists of. */
export const MIRROR_PARTS = ['scheduled_event', 'signup_message'] as const;
export type MirrorPart = (typeof MIRROR_PARTS)[number];

/** Discord may have something else than is known: it is looked at before anything else is done. */
export interface Doubt {
  readonly since: Date;
  /** What a part that is missing means: that a person removed it, or that it has to be made again. */
  readonly missing: 'detach' | 'remake';
}

/** A change made by hand on Discord that was undone. */
export interface Repair {
  readonly at: Date;
  readonly fields: string[];
}

/** What one Discord server shows of one event. There is at most one for an event and a server. */
export interface Mirror {
  readonly id: string;
  readonly event_id: string;
  readonly guild_id: string;
  /** Whether the server should show the event at all. */
  readonly intent: 'present' | 'absent';
  /** Taken away because the server was, and back when that is. */
  readonly with_server: boolean;
  readonly discord_event_id: string | null;
  /** Whether a person made the scheduled event: it is never deleted, only let go. */
  readonly adopted: boolean;
  /** Status that Discord last confirmed; `null` before the first. */
  readonly status: DiscordStatus | null;
  /** Fields that Discord last confirmed. */
  readonly confirmed: ScheduledEventFields | null;
  readonly user_count: number | null;
  /** The event's revision that this mirror has to show. */
  readonly wanted_revision: number;
  /** The event's revision that this mirror is known to show. */
  readonly confirmed_revision: number;
  readonly sync_state: SyncState;
  /** The parts that a person removed on Discord. */
  readonly detached: readonly MirrorPart[];
  readonly doubt: Doubt | null;
  readonly last_repair: Repair | null;
  /** In plain words, with Discord's code and path; `null` when all is well. */
  readonly last_error: string | null;
  /** Set before a create is sent, cleared when its outcome is saved: while set, Discord may hold one that we do not know. */
  readonly creating_since: Date | null;
  /** Not before this time does the sweep look at a pending mirror again. */
  readonly next_attempt_at: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** The signup message of one event in one server's event channel. */
export interface InteractiveMessage {
  readonly id: string;
  readonly event_id: string;
  readonly guild_id: string;
  readonly channel_id: string;
  readonly message_id: string | null;
  /** Whether staff chose the channel for this event; otherwise it is the server's event channel. */
  readonly chosen: boolean;
  /** Digest of the content that Discord last confirmed. */
  readonly confirmed_digest: string | null;
  /** False once its buttons are disabled for good. */
  readonly active: boolean;
  /** As `Mirror.creating_since`. */
  readonly posting_since: Date | null;
  readonly last_edited_at: Date | null;
  /** The message in another channel that this one replaces and that still has to be deleted. */
  readonly replaces: { readonly channel_id: string; readonly message_id: string } | null;
  readonly created_at: Date;
}

const STATUS_NAMES = {
  [DISCORD_STATUS.scheduled]: 'scheduled',
  [DISCORD_STATUS.active]: 'active',
  [DISCORD_STATUS.completed]: 'completed',
  [DISCORD_STATUS.canceled]: 'cancelled',
} as const satisfies Record<DiscordStatus, string>;

export type MirrorStatusName = (typeof STATUS_NAMES)[DiscordStatus];

/** A status of Discord as the API names it. */
export function toStatusName(status: DiscordStatus): MirrorStatusName {
  return STATUS_NAMES[status];
}

/** A mirror as the API shows it. What Discord has not confirmed yet is `null`. */
export interface MirrorView {
  readonly id: string;
  readonly discord_event_id: string | null;
  readonly guild_id: string;
  /** `null` for a server that is not registered any more. */
  readonly guild_name: string | null;
  /** Where people open it in Discord, as `message_url`; `null` while it is not there. */
  readonly event_url: string | null;
  readonly message_url: string | null;
  readonly verselink_event_id: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly status: MirrorStatusName | null;
  readonly scheduled_start_time: Date | null;
  readonly scheduled_end_time: Date | null;
  readonly user_count: number | null;
  readonly sync_state: SyncState;
  readonly last_error: string | null;
  readonly last_repair: Repair | null;
  readonly created_at: Date;
}

export function toMirrorView(
  mirror: Mirror,
  guildName: string | null,
  messageUrl: string | null,
): MirrorView {
  const { guild_id, discord_event_id } = mirror;
  return {
    id: mirror.id,
    discord_event_id,
    guild_id,
    guild_name: guildName,
    event_url: discord_event_id && `https://discord.com/events/${guild_id}/${discord_event_id}`,
    message_url: messageUrl,
    verselink_event_id: mirror.event_id,
    name: mirror.confirmed?.name ?? null,
    description: mirror.confirmed?.description ?? null,
    status: mirror.status && toStatusName(mirror.status),
    scheduled_start_time: mirror.confirmed?.scheduled_start_time ?? null,
    scheduled_end_time: mirror.confirmed?.scheduled_end_time ?? null,
    user_count: mirror.user_count,
    sync_state: mirror.sync_state,
    last_error: mirror.last_error,
    last_repair: mirror.last_repair,
    created_at: mirror.created_at,
  };
}
