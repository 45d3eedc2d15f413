import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { pageOf, type Page } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import type { EventRecord } from './rules/event-record.js';
import {
  EventsRepository,
  type EventCursor,
  type EventFilter,
  type EventViewer,
} from './events.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';

/** Which events, and which page of them. */
export interface EventsQuery extends EventFilter {
  readonly limit: number;
  /** `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
}

/**
 * The events that someone may find: public ones, private ones of their organizations, drafts of organizations whose
 * staff they are. An unlisted event is found by its id only. By start, then by id.
 */
@Injectable()
export class ListEvents {
  constructor(
    private readonly events: EventsRepository,
    private readonly members: OrgMembersRepository,
  ) {}

  /** @throws invalid when the cursor is not one of this list */
  async execute(actor: Actor, query: EventsQuery): Promise<Page<EventRecord>> {
    const { limit, cursor, ...filter } = query;
    const after = cursor === undefined ? null : readCursor(cursor);
    const rows = await this.events.list(filter, await this.viewer(actor), after, limit + 1);
    return pageOf(rows, limit, ({ start_at_utc, id }) => encodeCursor([start_at_utc.getTime(), id]));
  }

  private async viewer(actor: Actor): Promise<EventViewer> {
    if (actor.site_admin) return { all: true, member_of: [], staff_of: [] };
    const [member_of, staff_of] = await Promise.all([
      this.members.listOrgIds(actor.user_id),
      this.members.listOrgIds(actor.user_id, ['admin', 'staff']),
    ]);
    return { all: false, member_of, staff_of };
  }
}

function readCursor(cursor: string): EventCursor {
  const [time, id] = decodeCursor(cursor, ['number', 'string']);
  return { start_at_utc: new Date(Number(time)), id: String(id) };
}
