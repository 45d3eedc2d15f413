import { ApiProperty, IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  EVENT_TYPES,
  type EventRole,
  type EventType,
  EXTRA_ANSWERS,
  type ExtraAnswer,
} from '../features/events/rules/event.js';
import { EVENT_LIMITS as LIMITS } from '../features/events/rules/limits.js';
import type { Visibility } from '../features/organizations/rules/organization.js';
import { type Template, TEMPLATE_NAME } from '../features/templates/rules/template.js';
import { TemplateShipView } from './event-parts.dto.js';
import { CreateEventDto, EditEventDto, EventFieldsDto } from './events.dto.js';
import { DiscordIds, Integer, Uuid } from './openapi/formats.js';
import { Name, Nullable, Optional, RequiredWithout, Text, Whole } from './validation/decorators.js';

/** What may be left out of a template. */
class TemplateFieldsDto extends IntersectionType(
  OmitType(EventFieldsDto, ['co_organizer_ids', 'signup_closes_at']),
  PickType(CreateEventDto, ['max_participants', 'roles']),
) {
  /**
   * How many minutes before the start signups close; negative for after it.
   * @example 60
   */
  @Nullable()
  @Whole(LIMITS.signup_closes_before_minutes)
  readonly signup_closes_before_minutes?: number | null;
}

/** Body of `POST /organizations/{id}/templates`. */
export class CreateTemplateDto extends TemplateFieldsDto {
  /** @example "Weekly convoy" */
  @Name(TEMPLATE_NAME.min, TEMPLATE_NAME.max)
  readonly name: string;

  /** An event to take over what is left out. */
  @Optional()
  @IsUUID()
  readonly event_id?: string;

  /** @example "Convoy to Pyro" */
  @RequiredWithout('event_id')
  @Name(LIMITS.title.min, LIMITS.title.max)
  readonly title?: string;

  /** @example "We meet at the station and fly out together." */
  @RequiredWithout('event_id')
  @Text(LIMITS.description.min, LIMITS.description.max)
  readonly description?: string;

  /** @example "trading" */
  @RequiredWithout('event_id')
  @IsIn(EVENT_TYPES)
  readonly type?: EventType;

  /** @example 120 */
  @RequiredWithout('event_id')
  @Whole(LIMITS.duration_minutes)
  readonly duration_minutes?: number;
}

/** What events that are made again and again have in common; each of it may be left out. */
export class TemplateEventDto extends IntersectionType(
  OmitType(TemplateFieldsDto, ['locked', 'signup_closes_before_minutes']),
  PickType(EditEventDto, ['title', 'description', 'type', 'duration_minutes']),
) {}

/** Body of `PATCH /organizations/{id}/templates/{template_id}`: a field that is left out stays as it is. */
export class UpdateTemplateDto extends IntersectionType(
  TemplateEventDto,
  PickType(TemplateFieldsDto, ['locked', 'signup_closes_before_minutes']),
) {
  /** @example "Weekly convoy, late" */
  @Optional()
  @Name(TEMPLATE_NAME.min, TEMPLATE_NAME.max)
  readonly name?: string;
}

/** A role of a template. */
class TemplateRoleView implements Omit<EventRole, 'id'> {
  readonly name: string;
  @Integer() readonly capacity: number;
  readonly description: string | null;
  readonly emoji: string | null;
}

/** A template, as REST shows it. */
export class TemplateView implements Template {
  @Uuid() readonly id: string;
  @Uuid() readonly org_id: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: EventType;
  @Integer() readonly duration_minutes: number;
  readonly location: string | null;
  readonly visibility: Visibility;
  @Integer() readonly max_participants: number | null;
  @ApiProperty({ type: [TemplateRoleView] }) readonly roles: readonly TemplateRoleView[];
  @ApiProperty({ type: [TemplateShipView] }) readonly fleet_ships: readonly TemplateShipView[];
  readonly banner_url: string | null;
  @DiscordIds() readonly signup_role_ids: readonly string[];
  readonly members_only: boolean;
  readonly role_required: boolean;
  readonly approval_required: boolean;
  @Integer() readonly offer_minutes: number | null;
  @ApiProperty({ enum: EXTRA_ANSWERS, isArray: true }) readonly answers: readonly ExtraAnswer[];
  @ApiProperty({ type: 'array', items: { type: 'integer' }, nullable: true })
  readonly reminder_offsets_minutes: readonly number[] | null;
  readonly locked: boolean;
  @Integer() readonly signup_closes_before_minutes: number | null;
  /** For `If-Match`: raised by each change. */
  @Integer() readonly revision: number;
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What a template says of its events, as REST shows it. */
export class TemplateEventView extends OmitType(TemplateView, [
  'id',
  'org_id',
  'name',
  'revision',
  'created_by',
  'created_at',
  'updated_at',
  'locked',
  'signup_closes_before_minutes',
]) {}
