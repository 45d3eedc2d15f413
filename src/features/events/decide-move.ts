import { Injectable } from '@nestjs/common';
import type { EventRecord } from './rules/event-record.js';
import type { LockedSignup, SignupRecord } from './rules/move.js';
import { refusalOf } from './rules/refusals.js';
import { EventSeatsRepository } from './event-seats.repository.js';
import { SignupLocksRepository } from './signup-locks.repository.js';
import { SettleDecisions } from './settle-decisions.js';

/** An event and a signup just after a decision. */
export interface Decided {
  readonly event: EventRecord;
  readonly signup: SignupRecord;
}

/** Has the event decide on a locked signup, once, and frees the signup. */
@Injectable()
export class DecideMove {
  constructor(
    private readonly seats: EventSeatsRepository,
    private readonly locks: SignupLocksRepository,
    private readonly settle: SettleDecisions,
  ) {}

  /**
   * When the database fails on the way, the lock stays: nobody knows what was decided, and recovery finds out.
   * @throws DomainError as `refusalOf`, when the event refuses
   */
  async execute(locked: LockedSignup): Promise<Decided> {
    const event = (await this.ask(locked)) ?? (await this.seats.find(locked.event_id));
    const decision = event?.decisions.find(({ move_id }) => move_id === locked.move.id);
    if (event === null || decision === undefined) {
      await this.locks.release([locked]);
      throw refusalOf(event, locked, new Date());
    }
    const signup = await this.settle.one(event.id, decision);
    if (signup === null) throw new Error(`Signup ${locked.id} is gone after its decision`);
    return { event, signup };
  }

  private async ask(locked: LockedSignup): Promise<EventRecord | null> {
    switch (locked.move.to) {
      case 'seat':
        return this.seats.arrive(locked);
      case 'leave':
        return this.seats.leave(locked);
      case 'role':
        return locked.status === 'waitlist' ? this.seats.requeue(locked) : this.seats.changeSeat(locked);
      case 'check_in':
        return this.seats.checkIn(locked);
      case 'promote':
        // Decided for several at once, in PromoteWaitlist.
        return null;
    }
  }
}
