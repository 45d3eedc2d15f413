import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InteractionsService } from '../features/bot-events/interactions.service.js';
import { FiguresHistory } from '../features/health/figures-history.js';
import { OperationsService } from '../features/health/operations.service.js';
import { StatisticsService } from '../features/health/statistics.service.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { AnswersArray } from './openapi/answers.js';
import {
  DiscordStatisticsView,
  FiguresQuery,
  FiguresView,
  InteractionDayView,
  InteractionsQuery,
  OperationsView,
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
    private readonly figures: FiguresHistory,
    private readonly operations: OperationsService,
  ) {}

  /** Shows what VerseLink does on Discord, in figures. */
  @Get('stats')
  discord(): Promise<DiscordStatisticsView> {
    return this.statistics.discord();
  }

  /**
   * Shows how the parts of VerseLink are at this moment.
   * @remarks Its halves, its databases, its queues, and its share of Discord's limits.
   */
  @Get('stats/state')
  state(): Promise<OperationsView> {
    return this.operations.state();
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

  /**
   * Shows by minutes how the last hours went.
   * @remarks How soon requests and clicks were answered, jobs, mirrors, Discord's limits: of all processes together, oldest first. Of
   * more than three hours, five minutes are told together. A minute is there once it is over.
   */
  @Get('stats/history')
  history(@Query() { minutes }: FiguresQuery): Promise<FiguresView> {
    return this.figures.read(minutes);
  }
}
