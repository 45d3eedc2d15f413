import { IsBoolean, IsDate, IsIn, IsNumber, IsObject, IsString, IsUUID } from 'class-validator';
import {
  BOT_EVENT_TYPES,
  type BotEvent,
  type BotEventMetadata,
  type BotEventType,
} from '../../features/bot-events/rules/bot-event.js';
import { Nullable, Snowflake } from '../validation/decorators.js';

/** One entry of the audit trail, as REST shows it. */
export class BotEventView implements BotEvent {
  @IsUUID() readonly id: string;
  @IsIn(BOT_EVENT_TYPES) readonly event_type: BotEventType;
  @Snowflake() readonly discord_id: string;
  @Nullable() @Snowflake() readonly guild_id: string | null;
  @Nullable() @IsString() readonly command: string | null;
  @Nullable() @IsBoolean() readonly success: boolean | null;
  @Nullable() @IsNumber() readonly execution_time_ms: number | null;
  @IsObject() readonly metadata: BotEventMetadata;
  @IsDate() readonly received_at: Date;
  @Nullable() @IsDate() readonly processed_at: Date | null;
  @Nullable() @IsString() readonly error: string | null;
}
