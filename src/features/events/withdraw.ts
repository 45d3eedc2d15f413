import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { requireOpen } from './rules/refusals.js';
import { CarryOut, type SignupState } from './carry-out.js';
import { OwnSignup } from './own-signup.js';
import { VisibleEvent } from './visible-event.js';

/** Takes a member's signup back; the seat goes to the first who waits for it. */
@Injectable()
export class Withdraw {
  constructor(
    private readonly visible: VisibleEvent,
    private readonly own: OwnSignup,
    private readonly carryOut: CarryOut,
  ) {}

  /**
   * @throws not_found without such an event, for the actor; conflict `not_signed_up`, `event_closed`; unavailable
   */
  async execute(actor: Actor, eventId: string): Promise<SignupState> {
    const event = await this.visible.findOwn(actor, eventId);
    const locked = await this.own.lock(eventId, actor.user_id, () => {
      requireOpen(event, null);
      return { to: 'leave', role_id: null };
    });
    return this.carryOut.execute(locked);
  }
}
