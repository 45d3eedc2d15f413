import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../common/page.js';
import { ListBotEvents } from '../features/bot-events/list-bot-events.js';
import { SummarizeBotEvents } from '../features/bot-events/summarize-bot-events.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { BotEventsQuery, BotEventStatisticsView, BotEventView } from './bot-events.dto.js';
import { AnswersPage } from './openapi/answers.js';

/** What happened on Discord, as the bot reported it. */
@ApiTags('bot events')
@SignedIn()
@SiteAdmin()
@Controller('api/v1/discord/bot-events')
export class BotEventsController {
  constructor(
    private readonly listBotEvents: ListBotEvents,
    private readonly summarize: SummarizeBotEvents,
  ) {}

  /** Lists what the bot reported, newest first. */
  @Get()
  @AnswersPage(BotEventView)
  list(@Query() query: BotEventsQuery): Promise<Page<BotEventView>> {
    return this.listBotEvents.execute(filterOf(query), query.limit, query.cursor ?? null);
  }

  /**
   * Counts what the bot reported.
   * @remarks Of the last 30 days, unless `from` and `to` say otherwise. `limit` and `cursor` mean nothing here.
   */
  @Get('stats')
  stats(@Query() query: BotEventsQuery): Promise<BotEventStatisticsView> {
    return this.summarize.execute(filterOf(query));
  }
}

function filterOf({ limit: _limit, cursor: _cursor, command, from, to, ...fields }: BotEventsQuery) {
  return {
    ...fields,
    command: command?.replace(/^\/+/, ''),
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}
