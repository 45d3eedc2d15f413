import { Injectable } from '@nestjs/common';
import type { EventRecord } from '../../domain/events/event-record.js';
import type { Decision, SignupRecord } from '../../domain/signups/move.js';
import { EventSeatsRepository } from '../../repositories/events/event-seats.repository.js';
import { SignupsRepository } from '../../repositories/signups/signups.repository.js';

/** Copies an event's decisions to the signups, then takes them off the event. Anybody may, any number of times. */
@Injectable()
export class SettleDecisions {
  constructor(
    private readonly seats: EventSeatsRepository,
    private readonly signups: SignupsRepository,
  ) {}

  /** Settles every decision that is on the event as it was read. */
  async all(event: EventRecord): Promise<void> {
    if (event.decisions.length === 0) return;
    await this.signups.copy(event.decisions);
    await this.seats.forget(event.id, event.decisions);
  }

  /** Settles one decision. @returns its signup; `null` when it is gone */
  async one(eventId: string, decision: Decision): Promise<SignupRecord | null> {
    const copied = await this.signups.copyOne(decision);
    await this.seats.forget(eventId, [decision]);
    return copied ?? this.signups.findById(decision.signup_id);
  }
}
