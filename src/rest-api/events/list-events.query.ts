import { IsIn, IsUUID } from 'class-validator';
import {
  EVENT_STATES,
  EVENT_TYPES,
  type EventState,
  type EventType,
} from '../../features/events/rules/event.js';
import { PageQuery } from '../paging/page.query.js';
import { Moment, Optional } from '../validation/decorators.js';

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
  readonly from?: string;

  /** Latest start. */
  @Optional()
  @Moment()
  readonly to?: string;
}
