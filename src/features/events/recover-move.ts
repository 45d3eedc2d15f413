import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors.js';
import type { LockedSignup } from './rules/move.js';
import { EventSeatsRepository } from './event-seats.repository.js';
import { SignupLocksRepository } from './signup-locks.repository.js';
import { CarryOut } from './carry-out.js';
import { PromoteWaitlist } from './promote-waitlist.js';
import { SettleDecisions } from './settle-decisions.js';

/** Finishes an operation that somebody else began on a signup and may have left. */
@Injectable()
export class RecoverMove {
  constructor(
    private readonly seats: EventSeatsRepository,
    private readonly locks: SignupLocksRepository,
    private readonly settle: SettleDecisions,
    private readonly carryOut: CarryOut,
    private readonly promote: PromoteWaitlist,
  ) {}

  /** Harmless at any time: a decision is copied by whoever comes first, and only a crashed operation is taken over. */
  async execute(locked: LockedSignup): Promise<void> {
    // The event first: a decision that is not on it now, on a lock that is old by then, was never made or is copied already.
    const event = await this.seats.find(locked.event_id);
    const decision = event?.decisions.find(({ move_id }) => move_id === locked.move.id);
    if (event !== null && decision !== undefined) {
      await this.settle.one(event.id, decision);
      return;
    }
    const taken = await this.locks.takeOver(locked);
    if (taken === null) return;
    if (taken.move.to === 'promote') {
      await this.locks.release([taken]);
      await this.promote.execute(taken.event_id);
      return;
    }
    await this.carryOut.execute(taken).catch(unlessRefused);
  }
}

/** An event that has closed since refuses what was asked; the signup is free again, and nobody waits for an answer. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}
