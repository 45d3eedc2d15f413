import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict } from '../../common/errors.js';
import type { SignupRecord } from './rules/move.js';
import type { MoveRequest } from './signup-locks.repository.js';
import { CarryOut, type SignupState } from './carry-out.js';
import { OwnSignup } from './own-signup.js';
import { VisibleEvent } from './visible-event.js';

/** Notes that a member who has a seat is there. */
@Injectable()
export class CheckIn {
  constructor(
    private readonly visible: VisibleEvent,
    private readonly own: OwnSignup,
    private readonly carryOut: CarryOut,
  ) {}

  /**
   * @throws not_found without such an event, for the actor
   * @throws conflict `not_signed_up`, `not_confirmed`, `already_checked_in`, `check_in_closed`, `event_closed`; unavailable
   */
  async execute(actor: Actor, eventId: string): Promise<SignupState> {
    await this.visible.findOwn(actor, eventId);
    return this.carryOut.execute(await this.own.lock(eventId, actor.user_id, checkInOf));
  }
}

function checkInOf({ status }: SignupRecord): MoveRequest {
  if (status === 'checked_in') throw conflict('already_checked_in', 'You are checked in already.');
  if (status !== 'confirmed') throw conflict('not_confirmed', 'Only someone who has a seat can check in.');
  return { to: 'check_in', role_id: null };
}
