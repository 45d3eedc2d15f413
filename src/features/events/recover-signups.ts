import { Injectable, Logger } from '@nestjs/common';
import { mayPromote } from './rules/seats.js';
import { EventSeatsRepository } from './event-seats.repository.js';
import { SignupLocksRepository } from './signup-locks.repository.js';
import { PromoteWaitlist } from './promote-waitlist.js';
import { RecoverMove } from './recover-move.js';
import { SettleDecisions } from './settle-decisions.js';

/** A decision is copied within milliseconds; one that is this old was left behind. */
const UNSETTLED_AFTER_MS = 5_000;
/** How many of each kind one sweep takes; what remains is for the next. */
const BATCH = 500;

/** The sweep of signups: finishes what a crash left half done. To be run every few seconds by one process. */
@Injectable()
export class RecoverSignups {
  private readonly logger = new Logger(RecoverSignups.name);

  constructor(
    private readonly seats: EventSeatsRepository,
    private readonly locks: SignupLocksRepository,
    private readonly settle: SettleDecisions,
    private readonly recover: RecoverMove,
    private readonly promote: PromoteWaitlist,
  ) {}

  /** @returns how many events and signups needed it */
  async execute(): Promise<{ settled: number; finished: number; promoted: number }> {
    const unsettled = await this.seats.listUnsettled(new Date(Date.now() - UNSETTLED_AFTER_MS), BATCH);
    for (const event of unsettled) await this.settle.all(event);

    const stale = await this.locks.listStale(BATCH);
    for (const signup of stale) await this.recover.execute(signup);

    const waiting = (await this.seats.listWaiting()).filter(mayPromote);
    let promoted = 0;
    for (const { id } of waiting) promoted += await this.promote.execute(id);

    const report = { settled: unsettled.length, finished: stale.length, promoted };
    if (Object.values(report).some((count) => count > 0)) this.logger.warn(report, 'Recovered signups');
    return report;
  }
}
