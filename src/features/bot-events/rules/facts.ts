import { SNOWFLAKE } from '../../../common/snowflake.js';
import type { BotEventFacts, BotEventReport } from './bot-event.js';

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
