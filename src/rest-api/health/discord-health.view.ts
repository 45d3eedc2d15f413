import { IsBoolean, IsIn, IsInt, IsString } from 'class-validator';
import type { DiscordHealth } from '../../features/health/health.service.js';
import { Nullable } from '../validation/decorators.js';

/** The state of the Discord side, as anyone may see it. */
export class DiscordHealthView implements DiscordHealth {
  @IsIn(['healthy', 'unhealthy']) readonly status: DiscordHealth['status'];
  @Nullable() @IsInt() readonly discord_events_count: number | null;
  @IsBoolean() readonly bot_token_configured: boolean;
  @IsString() readonly version: string;
}
