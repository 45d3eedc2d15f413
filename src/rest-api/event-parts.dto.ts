import { IsIn, IsInt, IsUUID } from 'class-validator';
import {
  type EventRole,
  EVENT_STATES,
  EVENT_TYPES,
  type EventState,
  type EventType,
  type FleetShip,
} from '../features/events/rules/event.js';
import { EVENT_LIMITS as LIMITS } from '../features/events/rules/limits.js';
import { Integer, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Emoji, Moment, Name, Nullable, Optional, Text, Whole } from './validation/decorators.js';

/** A role of a new event. */
export class NewRoleDto {
  /** Unlike the event's other roles, to the eye. */
  @Name(LIMITS.role_name.min, LIMITS.role_name.max)
  readonly name: string;

  @Whole(LIMITS.role_capacity)
  readonly capacity: number;

  @Nullable()
  @Text(0, LIMITS.role_description.max)
  readonly description?: string | null;

  @Nullable()
  @Emoji()
  readonly emoji?: string | null;
}

/** A role in an edit. */
export class RoleDto extends NewRoleDto {
  /** An existing role, which may be renamed; without it, the role of this name is meant, or a new one. */
  @Optional()
  @IsUUID()
  readonly id?: string;

  /** As `GET` gives it; ignored. */
  @Optional()
  @IsInt()
  readonly confirmed_count?: number;

  /** As `GET` gives it; ignored. */
  @Optional()
  @IsInt()
  readonly waitlist_count?: number;

  /** As `GET` gives it; ignored. */
  @Optional()
  @IsInt()
  readonly offered_count?: number;
}

/** A ship of the event's fleet. */
export class FleetShipDto {
  @Name(LIMITS.ship_model.min, LIMITS.ship_model.max)
  readonly ship_model: string;

  @Whole(LIMITS.required_crew)
  readonly required_crew: number;

  @Nullable()
  @Text(0, LIMITS.ship_notes.max)
  readonly notes?: string | null;
}

/** A ship in an edit. */
export class EditedShipDto extends FleetShipDto {
  /** An existing ship; without it, the next one of the same model is meant, or a new one. */
  @Optional()
  @IsUUID()
  readonly id?: string;
}

/** A role of an event, with its seats. */
export class EventRoleView implements EventRole {
  @Uuid() readonly id: string;
  readonly name: string;
  @Integer() readonly capacity: number;
  readonly description: string | null;
  readonly emoji: string | null;
  @Integer() readonly confirmed_count: number;
  @Integer() readonly waitlist_count: number;
  @Integer() readonly offered_count: number;
}

/** A ship of a template. */
export class TemplateShipView implements Omit<FleetShip, 'id'> {
  readonly ship_model: string;
  /** With the captain. */
  @Integer() readonly required_crew: number;
  readonly notes: string | null;
}

/** A ship of an event's fleet. */
export class FleetShipView extends TemplateShipView implements FleetShip {
  @Uuid() readonly id: string;
}

/** Body of `POST /events/{id}/cancel`; it may be left out. */
export class CancelEventDto {
  /**
   * Why, in words that members read.
   * @example "Too few pilots."
   */
  @Nullable()
  @Text(LIMITS.cancel_reason.min, LIMITS.cancel_reason.max)
  readonly reason?: string | null;
}

/** Query of `GET /events`. */
export class ListEventsQuery extends PageQuery {
  @Optional()
  @IsUUID()
  readonly org_id?: string;

  @Optional()
  @IsIn(EVENT_STATES)
  readonly state?: EventState;

  @Optional()
  @IsIn(EVENT_TYPES)
  readonly type?: EventType;

  /** Earliest start. */
  @Optional()
  @Moment()
  readonly from?: Date;

  /** Latest start. */
  @Optional()
  @Moment()
  readonly to?: Date;
}
