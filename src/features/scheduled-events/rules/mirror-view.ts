import { DISCORD_STATUS, type DiscordStatus } from './scheduled-event.js';
import type { Mirror, SyncState } from './mirror.js';

const STATUS_NAMES = {
  [DISCORD_STATUS.scheduled]: 'scheduled',
  [DISCORD_STATUS.active]: 'active',
  [DISCORD_STATUS.completed]: 'completed',
  [DISCORD_STATUS.canceled]: 'cancelled',
} as const satisfies Record<DiscordStatus, string>;

export type MirrorStatusName = (typeof STATUS_NAMES)[DiscordStatus];

/** A mirror as the API shows it (contract.md §3). What Discord has not confirmed yet is `null`. */
export interface MirrorView {
  readonly id: string;
  readonly discord_event_id: string | null;
  readonly guild_id: string;
  readonly verselink_event_id: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly status: MirrorStatusName | null;
  readonly scheduled_start_time: Date | null;
  readonly scheduled_end_time: Date | null;
  readonly user_count: number | null;
  readonly sync_state: SyncState;
  readonly last_error: string | null;
  readonly created_at: Date;
}

export function toMirrorView(mirror: Mirror): MirrorView {
  return {
    id: mirror.id,
    discord_event_id: mirror.discord_event_id,
    guild_id: mirror.guild_id,
    verselink_event_id: mirror.event_id,
    name: mirror.confirmed?.name ?? null,
    description: mirror.confirmed?.description ?? null,
    status: mirror.status === null ? null : STATUS_NAMES[mirror.status],
    scheduled_start_time: mirror.confirmed?.scheduled_start_time ?? null,
    scheduled_end_time: mirror.confirmed?.scheduled_end_time ?? null,
    user_count: mirror.user_count,
    sync_state: mirror.sync_state,
    last_error: mirror.last_error,
    created_at: mirror.created_at,
  };
}
