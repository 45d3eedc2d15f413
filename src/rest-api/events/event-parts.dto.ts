import { IsUUID } from 'class-validator';
import { EVENT_LIMITS as LIMITS } from '../../features/events/rules/limits.js';
import { Name, Nullable, Optional, Text } from '../validation/decorators.js';
import { Emoji, Whole } from './event-rules.js';

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
