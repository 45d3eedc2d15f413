import { SNOWFLAKE } from '../../../common/snowflake.js';

/** What the bot reports from Discord. */
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

/** What a bot reports. */
export interface BotEventReport {
  readonly event_type: BotEventType;
  readonly discord_id: string;
  readonly metadata: BotEventMetadata;
}

/** What filters and statistics need of the metadata; `null` where it says nothing usable. */
export interface BotEventFacts {
  readonly guild_id: string | null;
  /** Of `command_used`: the command without its leading slash. */
  readonly command: string | null;
  readonly success: boolean | null;
  readonly execution_time_ms: number | null;
}

/** One entry of the audit trail. */
export interface BotEvent extends BotEventReport, BotEventFacts {
  readonly id: string;
  readonly received_at: Date;
  /** When every effect was done, or given up; `null` while it is due. */
  readonly processed_at: Date | null;
  /** Why the last try of an effect failed, in plain words; `null` when none did. */
  readonly error: string | null;
}

/** After these, a member is welcomed, or may hold other roles than before. */
const TOUCHES_MEMBERS: ReadonlySet<BotEventType> = new Set(['member_joined', 'member_left', 'role_updated']);

/** Whether an event may bring something about on its server. */
export function hasEffectsOnServer({ event_type, guild_id }: BotEvent): boolean {
  return guild_id !== null && TOUCHES_MEMBERS.has(event_type);
}

const COMMAND_LIMIT = 100;
const DAY_MS = 86_400_000;

/** Reads what filters and statistics need out of the metadata, which may hold anything. */
export function factsOf({ event_type, metadata }: BotEventReport): BotEventFacts {
  const { guild_id } = metadata;
  const isCommand = event_type === 'command_used';
  return {
    guild_id: isSnowflake(guild_id) ? guild_id : null,
    command: isCommand ? commandOf(metadata['command']) : null,
    success: isCommand && typeof metadata['success'] === 'boolean' ? metadata['success'] : null,
    execution_time_ms: isCommand ? durationOf(metadata['execution_time_ms']) : null,
  };
}

/** Whether a value of the metadata is a Discord id. */
function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && SNOWFLAKE.test(value);
}

function commandOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const command = value.trim().replace(/^\/+/, '').slice(0, COMMAND_LIMIT);
  return command === '' ? null : command;
}

function durationOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= DAY_MS ? value : null;
}
