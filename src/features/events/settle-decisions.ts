import { Injectable } from '@nestjs/common';
import { Coalescer } from '../../common/coalesce.js';
import type { EventRecord } from './rules/event-record.js';
import type { Decision, SignupRecord } from './rules/move.js';
import { EventSeatsRepository } from './event-seats.repository.js';
import { SignupsRepository } from './signups.repository.js';

/** Copies an event's decisions to the signups, then takes them off the event. Anybody may, any number of times. */
@Injectable()
export class SettleDecisions {
  /** In a crowd, many decisions of one event leave it together. */
  private readonly forgetting = new Coalescer<Decision>((eventId, decisions) =>
    this.seats.forget(eventId, decisions),
  );

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
    await this.forgetting.add(eventId, decision);
    return copied ?? this.signups.findById(decision.signup_id);
  }
}
