import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { BOT_EVENT_TYPES, type BotEventType } from '../../features/bot-events/rules/bot-event.js';
import { PageQuery } from '../paging/page.query.js';
import { Moment, Optional, Snowflake } from '../validation/decorators.js';

/** Query of `GET /discord/bot-events`. */
export class BotEventsQuery extends PageQuery {
  @Optional()
  @IsIn(BOT_EVENT_TYPES)
  readonly event_type?: BotEventType;

  @Optional()
  @Snowflake()
  readonly guild_id?: string;

  @Optional()
  @Snowflake()
  readonly discord_id?: string;

  /** With or without the leading slash. */
  @Optional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly command?: string;

  /** Received at this time or later. */
  @Optional()
  @Moment()
  readonly from?: string;

  /** Received before this time. */
  @Optional()
  @Moment()
  readonly to?: string;
}
