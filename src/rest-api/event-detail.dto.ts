import { ApiProperty } from '@nestjs/swagger';
import { EVENT_ACTS, type EventAct } from '../features/events/rules/acts.js';
import { EventView } from './events.dto.js';

/** An event, as REST shows it to somebody. */
export class EventDetailView extends EventView {
  /** What you may do with it now. */
  @ApiProperty({ enum: EVENT_ACTS, isArray: true }) readonly acts: readonly EventAct[];
}
