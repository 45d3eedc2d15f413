import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InteractionsService } from '../features/bot-events/interactions.service.js';
import { StatisticsService } from '../features/health/statistics.service.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { AnswersArray } from './openapi/answers.js';
import {
  DiscordStatisticsView,
  InteractionDayView,
  InteractionsQuery,
  ScheduledEventStatisticsView,
} from './statistics.dto.js';

@ApiTags('health')
@SignedIn(null)
@SiteAdmin()
@Controller('api/v1/discord')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly interactions: InteractionsService,
  ) {}

  /** Shows what VerseLink does on Discord, in figures. */
  @Get('stats')
  discord(): Promise<DiscordStatisticsView> {
    return this.statistics.discord();
  }

  /** Shows how many scheduled events, signup messages and interactions there are. */
  @Get('events/stats/events')
  events(): Promise<ScheduledEventStatisticsView> {
    return this.statistics.scheduled();
  }

  /**
   * Counts interactions by day, kind and hour, with how soon they were acknowledged.
   * @remarks Of no person. The last interactions are counted within five seconds.
   */
  @Get('stats/interactions')
  @AnswersArray(InteractionDayView)
  byDay(@Query() { days }: InteractionsQuery): Promise<InteractionDayView[]> {
    return this.interactions.byDay(days);
  }
}
