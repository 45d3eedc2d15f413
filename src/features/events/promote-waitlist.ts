import { Injectable } from '@nestjs/common';
import { isOpen } from './rules/transitions.js';
import { isLocked, type LockedSignup, type SignupRecord } from './rules/move.js';
import { choosePromotions, freeRoles, mayPromote } from './rules/seats.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventSeatsRepository } from './event-seats.repository.js';
import { SignupLocksRepository } from './signup-locks.repository.js';
import { SignupsRepository } from './signups.repository.js';
import { SettleDecisions } from './settle-decisions.js';

/** How many get a seat in one update. */
const BATCH = 50;

/**
 * Gives free seats to those who wait, first come, first served. To be called after everything that can free a seat.
 *
 * Several may run at once for one event. Nobody overtakes: a waiter whom somebody else holds is never skipped, and a choice counts
 * only if nobody has become eligible since it was made (`EventRecord.seat_epoch`). No seat stays empty: whoever changes the event
 * after our reading sees its free seats in their own update, so we may leave when nobody is left whom we could lock; but after
 * freeing a lock of our own we look again, since another may have left because of it.
 */
@Injectable()
export class PromoteWaitlist {
  constructor(
    private readonly seats: EventSeatsRepository,
    private readonly signups: SignupsRepository,
    private readonly locks: SignupLocksRepository,
    private readonly settle: SettleDecisions,
    private readonly jobs: JobQueue,
  ) {}

  /** @returns how many got a seat */
  async execute(eventId: string): Promise<number> {
    let promoted = 0;
    let more = true;
    while (more) {
      const round = await this.round(eventId);
      promoted += round.promoted;
      more = round.again;
    }
    if (promoted > 0) await this.jobs.eventChanged(eventId);
    return promoted;
  }

  private async round(eventId: string): Promise<{ promoted: number; again: boolean }> {
    const event = await this.seats.find(eventId);
    if (event === null || !isOpen(event.state) || !mayPromote(event)) return { promoted: 0, again: false };
    // Everybody with a number below `next_number` is visible as waiting from here on.
    await this.settle.all(event);
    const waiters = await this.signups.firstWaiting(
      eventId,
      freeRoles(event),
      event.seats.next_number,
      BATCH,
    );
    const chosen = upTo(choosePromotions(event, waiters), isLocked);
    if (chosen.length === 0) return { promoted: 0, again: false };

    const locked = await this.lock(chosen);
    const decided = await this.seats.promote(event, locked);
    if (decided === null) {
      await this.locks.release(locked);
      return { promoted: 0, again: true };
    }
    await this.settle.all(decided);
    return { promoted: locked.length, again: true };
  }

  /** @returns the first of `chosen`, in order, up to one who could not be locked */
  private async lock(chosen: readonly SignupRecord[]): Promise<LockedSignup[]> {
    const locked = new Map((await this.locks.lockWaiting(chosen)).map((signup) => [signup.id, signup]));
    const first = upTo(
      chosen.map(({ id }) => locked.get(id)),
      (signup) => signup === undefined,
    ).filter((signup) => signup !== undefined);
    for (const { id } of first) locked.delete(id);
    await this.locks.release([...locked.values()]);
    return first;
  }
}

/** The items before the first one that is `end`. */
function upTo<T>(items: readonly T[], end: (item: T) => boolean): T[] {
  const index = items.findIndex(end);
  return index === -1 ? [...items] : items.slice(0, index);
}
