import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { DomainError, notFound } from '../../common/errors.js';
import { isLocked } from './rules/move.js';
import { requireOpen } from './rules/refusals.js';
import type { SignupSource } from './rules/signup.js';
import { SignupLocksRepository } from './signup-locks.repository.js';
import { UsersRepository } from '../users/users.repository.js';
import { CarryOut, type SignupState } from './carry-out.js';
import { OwnSignup } from './own-signup.js';
import { VisibleEvent } from './visible-event.js';

/** What a member asks for. */
export interface SignUpInput {
  readonly event_id: string;
  readonly role_id: string | null;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly source: SignupSource;
}

/** `already`: the member was signed up before, and nothing changed. */
export type SignUpOutcome = 'confirmed' | 'waitlist' | 'already';

/** What came of it; `signup.position_in_waitlist` is there for those who wait. */
export interface SignUpResult extends SignupState {
  readonly outcome: SignUpOutcome;
}

/** Signs a member up for an event: a seat if one is free and nobody waits, the end of the waitlist otherwise. */
@Injectable()
export class SignUp {
  constructor(
    private readonly visible: VisibleEvent,
    private readonly users: UsersRepository,
    private readonly locks: SignupLocksRepository,
    private readonly own: OwnSignup,
    private readonly carryOut: CarryOut,
  ) {}

  /**
   * @throws not_found when there is no such event, or the actor may not know of it
   * @throws forbidden `signup_restricted` when signing up is for others
   * @throws conflict `event_closed`; invalid for a role that is not the event's; unavailable
   */
  async execute(actor: Actor, input: SignUpInput): Promise<SignUpResult> {
    const [event, user] = await Promise.all([
      this.visible.findToJoin(actor, input.event_id),
      this.users.findById(actor.user_id),
    ]);
    if (user === null) throw notFound('user');
    requireOpen(event, input.role_id);
    const arrival = {
      event_id: event.id,
      user_id: user.id,
      discord_id: user.discord_id,
      handle: user.handle,
      role_id: input.role_id,
      notes: input.notes,
      ship_model: input.ship_model,
      source: input.source,
    };
    for (;;) {
      const { signup, mine } = await this.locks.claim(arrival);
      if (mine && isLocked(signup)) {
        const state = await this.carryOut.execute(signup);
        return { ...state, outcome: state.signup.status === 'waitlist' ? 'waitlist' : 'confirmed' };
      }
      const existing = await this.own.find(event.id, user.id).catch(nullIfNotSignedUp);
      // Withdrawn while we waited: claim it anew.
      if (existing === null) continue;
      return { ...(await this.carryOut.present(existing, event)), outcome: 'already' };
    }
  }
}

function nullIfNotSignedUp(error: unknown): null {
  if (error instanceof DomainError && error.code === 'not_signed_up') return null;
  throw error;
}
