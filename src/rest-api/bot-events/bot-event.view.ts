import type { BotEvent, BotEventMetadata, BotEventType } from '../../features/bot-events/rules/bot-event.js';
import { DiscordId, Uuid } from '../openapi/formats.js';

/** One entry of the audit trail, as REST shows it. */
export class BotEventView implements BotEvent {
  @Uuid() readonly id: string;
  readonly event_type: BotEventType;
  @DiscordId() readonly discord_id: string;
  @DiscordId() readonly guild_id: string | null;
  readonly command: string | null;
  readonly success: boolean | null;
  readonly execution_time_ms: number | null;
  readonly metadata: BotEventMetadata;
  readonly received_at: Date;
  readonly processed_at: Date | null;
  readonly error: string | null;
}
