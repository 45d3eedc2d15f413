import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../common/page.js';
import { BotEventCountsService } from '../features/bot-events/bot-event-counts.service.js';
import { BotEventsService } from '../features/bot-events/bot-events.service.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { BotEventsQuery, BotEventStatisticsView, BotEventView } from './bot-events.dto.js';
import { AnswersPage } from './openapi/answers.js';

/** What happened on Discord, as the bot reported it. */
@ApiTags('bot events')
@SignedIn(null)
@SiteAdmin()
@Controller('api/v1/discord/bot-events')
export class BotEventsController {
  constructor(
    private readonly events: BotEventsService,
    private readonly counts: BotEventCountsService,
  ) {}

  /** Lists what the bot reported, newest first. */
  @Get()
  @AnswersPage(BotEventView)
  list(@Query() query: BotEventsQuery): Promise<Page<BotEventView>> {
    return this.events.list(filterOf(query), query.limit, query.cursor ?? null);
  }

  /**
   * Counts what the bot reported.
   * @remarks Of the last 30 days, unless `from` and `to` say otherwise. Counts outlive the reports (`BOT_EVENT_RETENTION_DAYS`), but
   * for those of one member (`discord_id`, `members`). `limit` and `cursor` mean nothing here.
   */
  @Get('stats')
  stats(@Query() query: BotEventsQuery): Promise<BotEventStatisticsView> {
    return this.counts.summarize(filterOf(query));
  }
}

function filterOf({ limit: _limit, cursor: _cursor, command, ...fields }: BotEventsQuery) {
  return {
    ...fields,
    command: command?.replace(/^\/+/, ''),
  };
}
