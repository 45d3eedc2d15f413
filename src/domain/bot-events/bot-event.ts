/** What the bot reports from Discord (contract.md §2). */
export const BOT_EVENT_TYPES = [
  'member_joined',
  'member_left',
  'role_updated',
  'command_used',
  'message_sent',
] as const;
export type BotEventType = (typeof BOT_EVENT_TYPES)[number];

/** Whatever came with the event. Unknown fields are kept. */
export type BotEventMetadata = Readonly<Record<string, unknown>>;

/** One entry of the audit trail. */
export interface BotEvent {
  readonly id: string;
  readonly event_type: BotEventType;
  readonly discord_id: string;
  /** From the metadata, for filters and statistics; `null` when it says none. */
  readonly guild_id: string | null;
  /** From the metadata of `command_used`, without the leading slash; `null` otherwise. */
  readonly command: string | null;
  readonly metadata: BotEventMetadata;
  readonly received_at: Date;
  /** When every effect was done; `null` while it is due. */
  readonly processed_at: Date | null;
}
