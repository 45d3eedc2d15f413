import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { signupRolesOf } from '../access/rules/event-access.js';
import { SignupRoles } from '../access/signup-roles.js';
import { editedFields } from './rules/edit.js';
import type { EventRecord } from './rules/event-record.js';
import type { EventChanges } from './rules/input.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventsRepository } from './events.repository.js';
import { EventAccess } from './event-access.js';

/** Changes an event. Whoever may get a seat by it gets it from PromoteWaitlist (features/signups), which the door calls. */
@Injectable()
export class EditEvent {
  constructor(
    private readonly access: EventAccess,
    private readonly events: EventsRepository,
    private readonly jobs: JobQueue,
    private readonly signupRoles: SignupRoles,
  ) {}

  /**
   * @throws not_found, forbidden as `EventAccess.toChange`
   * @throws conflict, invalid as `editedFields`
   */
  async execute(actor: Actor, eventId: string, changes: EventChanges): Promise<EventRecord> {
    for (;;) {
      const event = await this.access.toChange(actor, eventId);
      await this.requireSignupRoles(event, changes.signup_role_ids);
      const fields = editedFields(event, changes, new Date(), uuidv7);
      if (Object.keys(fields).length === 0) return event;
      const edited = await this.events.edit(event, fields);
      // What the edit was decided on has changed since: decide anew. Each round means that somebody else got ahead.
      if (edited === null) continue;
      await this.jobs.eventChanged(eventId);
      return edited;
    }
  }

  /** A role that the event names already may have been deleted on Discord since: it is not checked again. */
  private async requireSignupRoles(event: EventRecord, wanted: readonly string[] = []): Promise<void> {
    const named = signupRolesOf(event);
    if (wanted.every((role) => named.includes(role))) return;
    await this.signupRoles.require(event.org_id, wanted);
  }
}
