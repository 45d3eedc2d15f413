import { IsInt, IsUUID } from 'class-validator';
import type { EventRole, FleetShip } from '../features/events/rules/event.js';
import { EVENT_LIMITS as LIMITS } from '../features/events/rules/limits.js';
import { Integer, Uuid } from './openapi/formats.js';
import { Emoji, Name, Nullable, Optional, Text, Whole } from './validation/decorators.js';

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

/** A role of an event, with its seats. */
export class EventRoleView implements EventRole {
  @Uuid() readonly id: string;
  readonly name: string;
  @Integer() readonly capacity: number;
  readonly description: string | null;
  readonly emoji: string | null;
  @Integer() readonly confirmed_count: number;
  @Integer() readonly waitlist_count: number;
}

/** A ship of an event's fleet. */
export class FleetShipView implements FleetShip {
  readonly ship_model: string;
  @Integer() readonly required_crew: number;
  readonly notes: string | null;
}
