import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Audience, AUDIENCES, type Notice } from '../features/event-notices/rules/notice.js';
import { EVENT_LIMITS } from '../features/events/rules/limits.js';
import { Uuid } from './openapi/formats.js';
import { Optional, Text } from './validation/decorators.js';

/** Body of `POST /events/{id}/announcements`. */
export class AnnounceDto {
  /** @example "We meet ten minutes earlier, at the hangar." */
  @Text(EVENT_LIMITS.announcement.min, EVENT_LIMITS.announcement.max)
  readonly message: string;

  /** Who has a seat, who waits for one, or everybody who comes or may. */
  @Optional()
  @IsIn(AUDIENCES)
  readonly audience?: Audience;
}

/** An announcement, as REST shows it. */
export class AnnouncementView {
  @Uuid() readonly id: string;
  @Uuid() readonly event_id: string;
  readonly message: string;
  @ApiProperty({ enum: AUDIENCES }) readonly audience: Audience;
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
}

export function toAnnouncementView({
  id,
  event_id,
  message,
  audience,
  author_id,
  created_at,
}: Notice): AnnouncementView {
  return {
    id,
    event_id,
    message: message ?? '',
    audience: audience ?? 'all',
    created_by: author_id ?? '',
    created_at,
  };
}
