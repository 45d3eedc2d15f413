import type { DiscordHealth } from '../features/health/health.service.js';
import { Integer } from './openapi/formats.js';

/** The state of the Discord side, as anyone may see it. */
export class DiscordHealthView implements DiscordHealth {
  readonly status: DiscordHealth['status'];
  @Integer() readonly discord_events_count: number | null;
  readonly bot_token_configured: boolean;
  readonly version: string;
}
