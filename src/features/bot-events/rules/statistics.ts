import type { BotEventType } from './bot-event.js';

/** How often something happened. */
interface Counted<T> {
  readonly key: T;
  readonly count: number;
}

/** How a command fares. */
export interface CommandFigures {
  readonly command: string;
  readonly count: number;
  readonly succeeded: number;
  readonly failed: number;
  /** 0 to 1, of those that said how they ended; `null` when none did. */
  readonly success_rate: number | null;
  readonly average_time_ms: number | null;
  readonly longest_time_ms: number | null;
}

/** How active a member is. */
export interface MemberActivity {
  readonly discord_id: string;
  readonly count: number;
  readonly last_seen_at: Date;
}

/** What the audit trail adds up to. */
export interface BotEventStatistics {
  readonly total: number;
  readonly by_type: readonly Counted<BotEventType>[];
  /** Days in UTC, `2026-01-07`, the newest first. */
  readonly by_day: readonly Counted<string>[];
  /** The busiest first; `null` stands for events without a server. */
  readonly by_guild: readonly Counted<string | null>[];
  readonly commands: readonly CommandFigures[];
  /** The most active first. */
  readonly members: readonly MemberActivity[];
}

/** How many members a server has. */
export interface MemberCount {
  readonly guild_id: string;
  /** Discord's own count, and who has joined and left since. */
  readonly member_count: number;
  /** When Discord counted; `null` when it never did, and only reports are counted. */
  readonly counted_at: Date | null;
}

/** Statistics, the time that they cover, and how many members the servers in them have now. */
export interface BotEventSummary extends BotEventStatistics {
  readonly from: Date;
  readonly to: Date;
  readonly member_counts: readonly MemberCount[];
}
