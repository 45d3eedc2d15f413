import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { pageOf, type Page } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import { EventStandings } from '../access/event-standings.js';
import { mayReadNotes } from '../access/rules/event-access.js';
import type { SignupRecord } from './rules/move.js';
import { toSignupRow, type SignupRow } from './rules/signup-row.js';
import { SignupsRepository, type SeatedCursor } from './signups.repository.js';
import { VisibleEvent } from './visible-event.js';

/** Which page of an event's signups. */
export interface SignupsQuery {
  readonly limit: number;
  /** `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** Where a page begins: among those with a seat, or after a number of the waitlist. */
type Start = { readonly seated: SeatedCursor | null } | { readonly waiting: number };

/**
 * An event's signups: those with a seat as they signed up, then those who wait in their order. Notes are for their author
 * and the organization's staff.
 */
@Injectable()
export class ListSignups {
  constructor(
    private readonly visible: VisibleEvent,
    private readonly standings: EventStandings,
    private readonly signups: SignupsRepository,
  ) {}

  /** @throws not_found without such an event, for the actor; invalid when the cursor is not one of this list */
  async execute(actor: Actor, eventId: string, { limit, cursor }: SignupsQuery): Promise<Page<SignupRow>> {
    const event = await this.visible.find(actor, eventId);
    const start = cursor === undefined ? { seated: null } : readCursor(cursor);
    const rows = await this.read(eventId, start, limit + 1);
    const page = pageOf(rows, limit, cursorOf);
    const reader = { ...actor, role: (await this.standings.inOrganization(actor, event)).role };
    const ahead = await this.countAhead(eventId, page.items);
    let waiting = ahead;
    const items = page.items.map((signup) => {
      if (signup.status === 'waitlist') waiting += 1;
      const row = toSignupRow(signup, event, waiting);
      return mayReadNotes(reader, row) ? row : { ...row, notes: null };
    });
    return { items, next_cursor: page.next_cursor };
  }

  private async read(eventId: string, start: Start, limit: number): Promise<SignupRecord[]> {
    if ('waiting' in start) return this.signups.listWaiting(eventId, start.waiting, limit);
    const seated = await this.signups.listSeated(eventId, start.seated, limit);
    if (seated.length === limit) return seated;
    return [...seated, ...(await this.signups.listWaiting(eventId, 0, limit - seated.length))];
  }

  /** How many wait before the first of a page. */
  private async countAhead(eventId: string, items: readonly SignupRecord[]): Promise<number> {
    const first = items.find(({ status }) => status === 'waitlist');
    const number = first?.waitlist_number ?? null;
    return number === null ? 0 : this.signups.countWaitingBefore(eventId, number);
  }
}

function cursorOf({ id, status, waitlist_number, created_at }: SignupRecord): string {
  if (status === 'waitlist') return encodeCursor(['waiting', waitlist_number ?? 0, '']);
  return encodeCursor(['seated', created_at.getTime(), id]);
}

function readCursor(cursor: string): Start {
  const [part, key, id] = decodeCursor(cursor, ['string', 'number', 'string']);
  if (part === 'waiting') return { waiting: Number(key) };
  return { seated: { created_at: new Date(Number(key)), id: String(id) } };
}
