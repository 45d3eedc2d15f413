import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { Event } from '../events/rules/event.js';
import { isUpcoming } from '../events/rules/upcoming.js';
import { toSignupRow, type SignupRow } from '../events/rules/signup-row.js';
import { EventsRepository } from '../events/events.repository.js';
import { SignupsRepository } from '../events/signups.repository.js';

/** A member's place in an event to come. */
export interface OwnEvent {
  readonly event: Event;
  readonly signup: SignupRow;
}

/** The events to come that a member has signed up for, by their start. */
@Injectable()
export class ListOwnEvents {
  constructor(
    private readonly events: EventsRepository,
    private readonly signups: SignupsRepository,
  ) {}

  async execute(actor: Actor): Promise<OwnEvent[]> {
    const now = new Date();
    const signups = await this.signups.listByUser(actor.user_id);
    const events = await this.events.findByIds(signups.map(({ event_id }) => event_id));
    const upcoming = events.filter((event) => isUpcoming(event, now));
    const own = await Promise.all(
      signups.map(async (signup) => {
        const event = upcoming.find(({ id }) => id === signup.event_id);
        if (event === undefined) return null;
        const { waitlist_number } = signup;
        const ahead =
          waitlist_number === null ? 0 : await this.signups.countWaitingBefore(event.id, waitlist_number);
        return { event, signup: toSignupRow(signup, event, ahead + 1) };
      }),
    );
    return own
      .filter((entry) => entry !== null)
      .sort((a, b) => a.event.start_at_utc.getTime() - b.event.start_at_utc.getTime());
  }
}
