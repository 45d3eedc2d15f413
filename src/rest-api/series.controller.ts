import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import type { Occurrence } from '../features/series/rules/series.js';
import { SeriesService, type SeriesWithNext } from '../features/series/series.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import {
  CreateSeriesDto,
  ListSeriesQuery,
  NextOccurrencesView,
  PreviewSeriesDto,
  SeriesView,
  SkipOccurrenceDto,
  toNewSeries,
  toSeriesChanges,
  UpdateSeriesDto,
} from './series.dto.js';
import { uuidOf } from './validation/path-id.js';

const SeriesId = (): ParameterDecorator => Param('id', uuidOf('series'));

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/series')
export class SeriesController {
  constructor(private readonly series: SeriesService) {}

  /**
   * Plans an event that comes again and again.
   * @remarks Each occurrence is published as an event of its own when its turn comes, and can be changed, moved or cancelled as any
   * other.
   */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() body: CreateSeriesDto): Promise<SeriesView> {
    return toView(await this.series.create(actor, toNewSeries(body)));
  }

  /** Shows when a series would take place next, and saves nothing. */
  @Post('preview')
  @HttpCode(HttpStatus.OK)
  async preview(
    @CurrentActor() actor: Actor,
    @Body() { org_id, ...recurrence }: PreviewSeriesDto,
  ): Promise<NextOccurrencesView> {
    return { next_occurrences: toOccurrences(await this.series.nextOf(actor, org_id, recurrence)) };
  }

  /** Lists the series of an organization, newest first. */
  @Get()
  @AnswersPage(SeriesView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { org_id, ...query }: ListSeriesQuery,
  ): Promise<Page<SeriesView>> {
    const page = await this.series.list(actor, org_id, query);
    return { ...page, items: page.items.map(toView) };
  }

  /** Shows a series with its next occurrences. */
  @Get(':id')
  async read(@CurrentActor() actor: Actor, @SeriesId() id: string): Promise<SeriesView> {
    return toView(await this.series.read(actor, id));
  }

  /**
   * Changes a series, and its events to come.
   * @remarks Events that were changed by hand stay as they are; those of days that the series no longer has are cancelled.
   */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @SeriesId() id: string,
    @Body() body: UpdateSeriesDto,
  ): Promise<SeriesView> {
    return toView(await this.series.update(actor, id, toSeriesChanges(body)));
  }

  /** Lets one occurrence not take place; if it is published already, it is cancelled. */
  @Post(':id/skip')
  @HttpCode(HttpStatus.OK)
  async skip(
    @CurrentActor() actor: Actor,
    @SeriesId() id: string,
    @Body() { occurrence }: SkipOccurrenceDto,
  ): Promise<SeriesView> {
    return toView(await this.series.skip(actor, id, occurrence));
  }

  /** Ends a series; the events that were made from it stay. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  remove(@CurrentActor() actor: Actor, @SeriesId() id: string): Promise<void> {
    return this.series.remove(actor, id);
  }
}

function toView({ next_occurrences, ...series }: SeriesWithNext): SeriesView {
  return { ...series, next_occurrences: toOccurrences(next_occurrences) };
}

function toOccurrences(next: readonly Occurrence[]): SeriesView['next_occurrences'] {
  return next.map(({ on, at }) => ({ occurrence: on, start_at_utc: at }));
}
