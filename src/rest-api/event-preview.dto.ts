import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  NOTICE_KINDS,
  type NoticeForecast,
  type NoticeKind,
} from '../features/event-notices/rules/notice.js';
import type { ServerChanges, ServerPreview } from '../features/scheduled-events/previews.service.js';
import {
  MENTION_KINDS,
  type MentionKind,
  type NamedMention,
} from '../features/scheduled-events/rules/mentioned.js';
import {
  type CountedLimit,
  PREVIEW_WARNINGS,
  type PreviewWarning,
} from '../features/scheduled-events/rules/preview-warnings.js';
import type { ScheduledEventFields } from '../features/scheduled-events/rules/scheduled-event.js';
import { type Locale, LOCALES } from '../languages/languages.js';
import { CreateEventDto, EditEventDto, EventView } from './events.dto.js';
import { DiscordId, Integer } from './openapi/formats.js';
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

/** Body of `POST /events/{id}/preview`: a change, and where it would be shown. */
export class PreviewEditDto extends EditEventDto {
  /** Servers of the organization; all of them when left out. */
  @Optional()
  @Snowflakes(MOST_SERVERS)
  readonly guild_ids?: string[];

  /** One language for all; each server's own when left out. */
  @Optional()
  @IsIn(LOCALES)
  readonly locale?: Locale;
}

/** How much of what Discord takes a field needs; more than the limit is cut. */
export class CountedLimitView implements CountedLimit {
  /** @example "scheduled_event.name" */
  readonly field: string;
  @Integer() readonly length: number;
  @Integer() readonly limit: number;
}

/** Somebody or something that the message names by its id. */
class NamedMentionView implements NamedMention {
  @ApiProperty({ enum: MENTION_KINDS }) readonly kind: MentionKind;
  @DiscordId() readonly id: string;
  readonly name: string;
}

/** Something that members would not see, or not yet. */
class PreviewWarningView implements PreviewWarning {
  @ApiProperty({ enum: PREVIEW_WARNINGS }) readonly code: PreviewWarning['code'];
  /** How much is shown, in characters or roles; `null` where nothing is counted. */
  @Integer() readonly limit: number | null;
  /** From when on Discord takes the scheduled event; `null` where that is not what stands against it. */
  readonly from: Date | null;
}

/** What one server would show. */
class ServerPreviewView implements ServerPreview {
  @DiscordId() readonly guild_id: string;
  readonly guild_name: string;
  readonly locale: Locale;
  /** The signup message as Discord takes it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly message: ServerPreview['message'];
  /** The scheduled event as Discord takes it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly scheduled_event: ServerPreview['scheduled_event'];
  /** What members would not see, or not yet, and why. */
  @ApiProperty({ type: [PreviewWarningView] }) readonly warnings: readonly PreviewWarningView[];
  @ApiProperty({ type: [CountedLimitView] }) readonly limits: readonly CountedLimitView[];
  /** Names of the people, roles and channels that the message mentions, as far as they are known. */
  @ApiProperty({ type: [NamedMentionView] }) readonly names: readonly NamedMentionView[];
}

/** What servers would show of an event. */
export class PreviewsView {
  @ApiProperty({ type: [ServerPreviewView] }) readonly items: readonly ServerPreviewView[];
}

const SCHEDULED_FIELDS = [
  'name',
  'description',
  'location',
  'scheduled_start_time',
  'scheduled_end_time',
] as const satisfies (keyof ScheduledEventFields)[];

/** What an edit would change on one server. */
export class ServerChangesView implements ServerChanges {
  /** Whether the signup message would look different. */
  readonly message: boolean;
  /** The fields of the scheduled event that would be sent. */
  @ApiProperty({ enum: SCHEDULED_FIELDS, isArray: true })
  readonly scheduled_event: readonly (keyof ScheduledEventFields)[];
}

/** What one server would show after an edit. */
class ServerEditPreviewView extends ServerPreviewView {
  @ApiProperty({ type: ServerChangesView }) readonly changes: Readonly<ServerChangesView>;
}

/** What members would be told of an edit. */
export class NoticeForecastView implements NoticeForecast {
  @ApiProperty({ enum: NOTICE_KINDS }) readonly kind: NoticeKind;
  /** How many it concerns. */
  @Integer() readonly people: number;
  /** How many of them want to be told of it directly. */
  @Integer() readonly direct: number;
}

/** What an edit would make of an event, and of what servers show. */
export class EditPreviewView {
  /** The event after the edit. */
  @ApiProperty({ type: EventView }) readonly event: Readonly<EventView>;
  /** The fields that it changes; of a draft's change too. */
  @ApiProperty({ type: [String] }) readonly fields: readonly string[];
  @ApiProperty({ type: [ServerEditPreviewView] }) readonly items: readonly ServerEditPreviewView[];
  @ApiProperty({ type: [NoticeForecastView] }) readonly notices: readonly NoticeForecastView[];
}
