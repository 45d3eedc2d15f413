import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { ServerPreview } from '../features/scheduled-events/previews.service.js';
import { type Locale, LOCALES } from '../languages/languages.js';
import { CreateEventDto } from './events.dto.js';
import { DiscordId } from './openapi/formats.js';
import { Optional, Snowflakes } from './validation/decorators.js';

const MOST_SERVERS = 100;

/** Body of `POST /events/preview`: an event, and where it would be shown. */
export class PreviewEventDto extends CreateEventDto {
  /** Servers of the organization; all of them when left out. */
  @Optional()
  @Snowflakes(MOST_SERVERS)
  readonly guild_ids?: string[];

  /** One language for all; each server's own when left out. */
  @Optional()
  @IsIn(LOCALES)
  readonly locale?: Locale;
}

/** What one server would show. */
class ServerPreviewView implements ServerPreview {
  @DiscordId() readonly guild_id: string;
  readonly locale: Locale;
  /** The signup message as Discord takes it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly message: ServerPreview['message'];
  /** The scheduled event as Discord takes it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly scheduled_event: ServerPreview['scheduled_event'];
  /** What members would not see, or not yet, and why. */
  @ApiProperty({ type: [String] }) readonly warnings: readonly string[];
}

/** What servers would show of an event. */
export class PreviewsView {
  @ApiProperty({ type: [ServerPreviewView] }) readonly items: readonly ServerPreviewView[];
}
