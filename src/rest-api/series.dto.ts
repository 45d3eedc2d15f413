import { ApiProperty, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsISO8601,
  IsObject,
  IsString,
  IsTimeZone,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PUBLISH_DAYS_BEFORE, RULE_MAX, type Series } from '../features/series/rules/series.js';
import type { NewSeries, SeriesChanges } from '../features/series/series.service.js';
import { toTemplateFields } from './event-mapping.js';
import { Integer, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { TemplateEventDto, TemplateEventView } from './templates.dto.js';
import { Optional, Whole } from './validation/decorators.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** What the events of a series have in common. */
class EventOfSeriesDto extends TemplateEventDto {}

/** Body of `POST /series`. */
export class CreateSeriesDto {
  /** @example "01980000-0000-7000-8000-000000000000" */
  @IsUUID()
  readonly org_id: string;

  /** A template that says what `event` leaves out. */
  @Optional()
  @IsUUID()
  readonly template_id?: string;

  /** An event that becomes the first occurrence, and says what `event` leaves out. */
  @Optional()
  @IsUUID()
  readonly event_id?: string;

  /** What the events have in common. */
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => EventOfSeriesDto)
  @ApiProperty({
    type: EventOfSeriesDto,
    example: {
      title: 'Convoy to Pyro',
      description: 'We meet at the station and fly out together.',
      type: 'trading',
      duration_minutes: 120,
    },
  })
  readonly event?: EventOfSeriesDto;

  /**
   * A rule of RFC 5545 with FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, BYDAY, BYMONTHDAY, COUNT or UNTIL.
   * @example "FREQ=WEEKLY;BYDAY=TU"
   */
  @IsString()
  @MaxLength(RULE_MAX)
  readonly rule: string;

  /**
   * On whose clock it takes place.
   * @example "Europe/Paris"
   */
  @IsTimeZone()
  readonly timezone: string;

  /**
   * When it begins, on that clock.
   * @example "2042-01-07T21:00"
   */
  @IsString()
  @MaxLength(16)
  readonly local_start: string;

  /**
   * How many days before its start an occurrence is published.
   * @example 14
   */
  @Optional()
  @Whole(PUBLISH_DAYS_BEFORE)
  readonly publish_days_before?: number;
}

/** Body of `PATCH /series/{id}`: what is left out stays as it is, also within `event`. */
export class UpdateSeriesDto extends PartialType(
  PickType(CreateSeriesDto, ['event', 'rule', 'timezone', 'local_start', 'publish_days_before']),
  { skipNullProperties: false },
) {}

/** Body of `POST /series/preview`. */
export class PreviewSeriesDto extends PickType(CreateSeriesDto, [
  'org_id',
  'rule',
  'timezone',
  'local_start',
]) {}

/** Body of `POST /series/{id}/skip`. */
export class SkipOccurrenceDto {
  /**
   * The day that names the occurrence, on the calendar of the series' zone.
   * @example "2042-01-14"
   */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  readonly occurrence: string;
}

/** Query of `GET /series`. */
export class ListSeriesQuery extends PageQuery {
  @IsUUID()
  readonly org_id: string;
}

/** What the events of a series have in common, as REST shows it. */
class EventOfSeriesView extends TemplateEventView {}

/** An occurrence to come. */
class OccurrenceView {
  /** The day that names it. */
  @ApiProperty({ format: 'date' }) readonly occurrence: string;
  readonly start_at_utc: Date;
}

/** When a series would take place next. */
export class NextOccurrencesView {
  @ApiProperty({ type: [OccurrenceView] }) readonly next_occurrences: readonly OccurrenceView[];
}

/** A series of events, as REST shows it. */
export class SeriesView implements Omit<Series, 'event'> {
  @Uuid() readonly id: string;
  @Uuid() readonly org_id: string;
  readonly event: EventOfSeriesView;
  readonly rule: string;
  readonly timezone: string;
  readonly local_start: string;
  @Integer() readonly publish_days_before: number;
  /** Days to come on which it does not take place. */
  @ApiProperty({ type: [String] }) readonly skipped: readonly string[];
  /** The next occurrences, by the rule; `GET /events` has their events once they are published. */
  @ApiProperty({ type: [OccurrenceView] }) readonly next_occurrences: readonly OccurrenceView[];
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export function toNewSeries({ event, ...wish }: CreateSeriesDto): NewSeries {
  return { ...wish, event: event && toTemplateFields(event) };
}

export function toSeriesChanges({ event, ...changes }: UpdateSeriesDto): SeriesChanges {
  return { ...changes, event: event && toTemplateFields(event) };
}
