import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors.js';
import type { JobPayload } from '../../queue/catalogue.js';
import { HandlesJob, type JobResult } from '../../queue/handles.js';
import type { Job } from '../../queue/rules/job.js';
import { AuditService } from '../audit/audit.service.js';
import { UsersService } from '../users/users.service.js';
import { EventAccess } from './event-access.js';
import { EventWriter, headOf } from './event-writer.js';
import { type ComingPeople, RosterRepository } from './roster.repository.js';
import type { EventRecord } from './rules/event-record.js';

/** How many events are read at once. */
const PAGE = 100;
/** More events to come of one person are not looked at in one go. */
const COMING_LIMIT = 500;

/** Takes people out of events to come for a reason that is neither theirs nor an organizer's. */
@Injectable()
export class SeatRelease {
  constructor(
    private readonly writer: EventWriter,
    private readonly rosters: RosterRepository,
    private readonly access: EventAccess,
    private readonly users: UsersService,
    private readonly audit: AuditService,
  ) {}

  /** The events of an organization that have not begun, and that somebody comes or may come to. */
  async listComing(userId: string, orgId: string): Promise<EventRecord[]> {
    const own = await this.rosters.listOwn(userId, new Date(), COMING_LIMIT);
    return own.flatMap(({ event }) => (event.org_id === orgId && event.state === 'published' ? [event] : []));
  }

  /** Frees the seats that somebody could not take any more now that they are no member. @throws unavailable without Discord, where it is asked */
  @HandlesJob('free_seats')
  async freeOfLeaver({ org_id, user_id }: JobPayload<'free_seats'>, { id }: Job): Promise<JobResult> {
    const user = await this.users.find(user_id);
    if (user === null) return { skipped: 'no such user' };
    const actor = { user_id, site_admin: user.site_admin };
    const freed: string[] = [];
    for (const event of await this.listComing(user_id, org_id)) {
      if (await this.access.mayJoin(actor, event)) continue;
      const released = await this.release(event.id, user_id, `${id}:${event.id}`);
      if (released !== null) freed.push(event.id);
    }
    return { freed };
  }

  /** Every event that has not begun and has somebody in it, by its start. */
  async *everyComing(): AsyncGenerator<ComingPeople> {
    let page: ComingPeople[] = [];
    do {
      page = await this.rosters.listComing(new Date(), page.at(-1) ?? null, PAGE);
      yield* page;
    } while (page.length === PAGE);
  }

  /**
   * Withdraws somebody, whether or not answers are locked; the seat goes to who waits for it.
   * @param commandId the same for the same reason: a repeat changes nothing
   * @returns `null` when the event does not allow it, or they have no answer any more
   */
  async release(eventId: string, userId: string, commandId: string): Promise<EventRecord | null> {
    const command = { type: 'place', id: commandId, user_id: userId, status: 'withdrawn' } as const;
    try {
      const { event, outcome } = await this.writer.submit(eventId, command);
      if (outcome.done === 'already') return null;
      await this.note(event, userId, commandId);
      return headOf(event);
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') return null;
      throw error;
    }
  }

  private async note({ id, org_id }: EventRecord, userId: string, commandId: string): Promise<void> {
    await this.audit.add([
      {
        id: commandId,
        org_id,
        event_id: id,
        action: 'signup.freed',
        actor_id: null,
        target_id: userId,
        fields: [],
        values: {},
        source: 'system',
        request_id: null,
        at: new Date(),
      },
    ]);
  }
}
