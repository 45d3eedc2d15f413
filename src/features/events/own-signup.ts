import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isLocked, type LockedSignup, type SignupRecord } from './rules/move.js';
import { notSignedUp, signupBusy } from './rules/refusals.js';
import { SignupLocksRepository, type MoveRequest } from './signup-locks.repository.js';
import { SignupsRepository } from './signups.repository.js';
import { RecoverMove } from './recover-move.js';

/** Waits between looks, in milliseconds: an operation takes a few; two seconds in all, within Discord's three. */
const WAITS = [5, 10, 20, 40, 80, 160, 320, 640, 725] as const;

/** A member's own signup, for one operation at a time. */
@Injectable()
export class OwnSignup {
  constructor(
    private readonly signups: SignupsRepository,
    private readonly locks: SignupLocksRepository,
    private readonly recover: RecoverMove,
  ) {}

  /**
   * Locks a member's signup as soon as nobody else changes it.
   * @param requestFor what to ask for, seeing the signup; throws when it does not allow it
   * @throws conflict `not_signed_up`; unavailable when the signup stays locked
   */
  async lock(
    eventId: string,
    userId: string,
    requestFor: (signup: SignupRecord) => MoveRequest,
  ): Promise<LockedSignup> {
    for (;;) {
      const signup = await this.find(eventId, userId);
      const locked = await this.locks.lock(signup, requestFor(signup));
      if (locked !== null) return locked;
    }
  }

  /**
   * A member's signup once nobody is changing it.
   * @throws conflict `not_signed_up`; unavailable when the signup stays locked
   */
  async find(eventId: string, userId: string): Promise<SignupRecord> {
    for (const wait of WAITS) {
      const signup = await this.signups.findOwn(eventId, userId);
      if (signup === null) throw notSignedUp();
      if (!isLocked(signup)) {
        if (signup.status === 'withdrawn') throw notSignedUp();
        return signup;
      }
      await this.recover.execute(signup);
      await sleep(wait);
    }
    throw signupBusy();
  }
}
