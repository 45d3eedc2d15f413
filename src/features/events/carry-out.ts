import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors.js';
import type { EventRecord } from './rules/event-record.js';
import type { LockedSignup, SignupRecord } from './rules/move.js';
import { mayPromote } from './rules/seats.js';
import { toSignupRow, type SignupRow } from './rules/signup-row.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventSeatsRepository } from './event-seats.repository.js';
import { SignupsRepository } from './signups.repository.js';
import { DecideMove } from './decide-move.js';
import { PromoteWaitlist } from './promote-waitlist.js';

/** A signup as it is after an operation, with its event. */
export interface SignupState {
  readonly signup: SignupRow;
  readonly event: EventRecord;
}

/** Carries a locked signup's operation to its end: has it decided, tells the mirrors, gives away what it freed. */
@Injectable()
export class CarryOut {
  constructor(
    private readonly decide: DecideMove,
    private readonly jobs: JobQueue,
    private readonly promote: PromoteWaitlist,
    private readonly seats: EventSeatsRepository,
    private readonly signups: SignupsRepository,
  ) {}

  /** @throws DomainError as `DecideMove` */
  async execute(locked: LockedSignup): Promise<SignupState> {
    const { event, signup } = await this.decideOrYield(locked);
    await this.jobs.eventChanged(event.id);
    if (mayPromote(event)) {
      await this.promote.execute(event.id);
      return this.stateOf(signup.id, event);
    }
    return { signup: toSignupRow(signup, event, positionOf(signup, event)), event };
  }

  /** The state of a signup that nobody is changing. */
  async present(signup: SignupRecord, event: EventRecord): Promise<SignupState> {
    const number = signup.waitlist_number;
    const position = number === null ? null : (await this.signups.countWaitingBefore(event.id, number)) + 1;
    return { signup: toSignupRow(signup, event, position), event };
  }

  private async decideOrYield(locked: LockedSignup): ReturnType<DecideMove['execute']> {
    try {
      return await this.decide.execute(locked);
    } catch (error) {
      // Refused: a promotion may have stopped at our lock, and nothing has changed on the event to remind it.
      if (error instanceof DomainError && locked.status === 'waitlist') {
        await this.promote.execute(locked.event_id);
      }
      throw error;
    }
  }

  private async stateOf(signupId: string, before: EventRecord): Promise<SignupState> {
    const [event, signup] = await Promise.all([this.seats.find(before.id), this.signups.findById(signupId)]);
    if (event === null || signup === null) throw new Error(`Signup ${signupId} or its event is gone`);
    return this.present(signup, event);
  }
}

/**
 * The position of someone who has just joined the waitlist: its last but for those who joined in the same update. Not counted from the signups,
 * to which others' decisions may not be copied yet.
 */
function positionOf({ waitlist_number }: SignupRecord, { seats, decisions }: EventRecord): number {
  const later = decisions.filter((other) => Number(other.waitlist_number) > Number(waitlist_number));
  return seats.waitlist - later.length;
}
