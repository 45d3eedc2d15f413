import type { Locale } from '../../../languages/languages.js';

/** What becomes of a scheduled event that staff make on Discord: they are asked, it becomes an event at once, or nothing. */
export const ADOPT_EVENTS = ['ask', 'always', 'never'] as const;
export type AdoptEvents = (typeof ADOPT_EVENTS)[number];

/**
 * What an event with channels of its own gets on a server: a category with a text channel and voice channels for its squads, one text
 * channel, or a thread in the event channel.
 */
export const CHANNEL_LAYOUTS = ['category', 'text', 'thread'] as const;
export type ChannelLayout = (typeof CHANNEL_LAYOUTS)[number];

/** When events are reminded of unless somebody says otherwise: three days, a day and an hour before. */
export const DEFAULT_REMINDERS: readonly number[] = [4320, 1440, 60];

/** A Discord server registered for an organization. */
export interface Guild {
  readonly id: string;
  /** Discord's id of the server; unique: a server belongs to one organization. */
  readonly guild_id: string;
  readonly guild_name: string;
  /** Discord id of the server's owner. */
  readonly owner_id: string;
  readonly org_id: string;
  readonly announcement_channel_id: string | null;
  /** Where signup messages go. Without it only the scheduled event is mirrored. */
  readonly event_channel_id: string | null;
  readonly reminder_channel_id: string | null;
  /** Whether events are mirrored to this server. */
  readonly sync_enabled: boolean;
  readonly reminder_enabled: boolean;
  /** How many minutes before their start events are reminded of, where they do not say themselves. */
  readonly reminder_offsets_minutes: readonly number[];
  readonly auto_create_channels: boolean;
  readonly channel_layout: ChannelLayout;
  /** How many days an event's channels stay after it; `null` for ever. */
  readonly channel_retention_days: number | null;
  readonly auto_manage_roles: boolean;
  /** Whether new members are welcomed, and where. */
  readonly welcome_enabled: boolean;
  readonly welcome_channel_id: string | null;
  /** With `{user}` and `{server}`; `null` for our own text in the server's language. */
  readonly welcome_message: string | null;
  /** Whether the bot reports that messages were sent (never what they say). */
  readonly message_tracking_enabled: boolean;
  readonly adopt_events: AdoptEvents;
  /** Language of what the whole server sees. */
  readonly locale: Locale;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What an admin may change. */
export type GuildChanges = Partial<Omit<Guild, 'id' | 'guild_id' | 'org_id' | 'created_at' | 'updated_at'>>;

/** A server whose mirrors have to follow a change. */
export interface DirtyGuild {
  readonly guild: Guild;
  /** Give it back to `settle`. */
  readonly revision: number;
  /** True when an admin took the server out: its mirrors have to go. */
  readonly removed: boolean;
}
