import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { EventRecord } from './rules/event-record.js';
import { requireOpen } from './rules/refusals.js';
import { SignupLocksRepository } from './signup-locks.repository.js';
import { SignupsRepository } from './signups.repository.js';
import { CarryOut, type SignupState } from './carry-out.js';
import { OwnSignup } from './own-signup.js';
import { VisibleEvent } from './visible-event.js';

/** What a member can change; `undefined` leaves a field as it is. */
export interface SignupChanges {
  /** `null`: no role. */
  readonly role_id?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly ship_model?: string | null | undefined;
}

/** Changes a member's own signup. */
@Injectable()
export class UpdateSignup {
  constructor(
    private readonly visible: VisibleEvent,
    private readonly own: OwnSignup,
    private readonly locks: SignupLocksRepository,
    private readonly signups: SignupsRepository,
    private readonly carryOut: CarryOut,
  ) {}

  /**
   * Someone seated takes a free seat in the new role, or keeps the old one; someone waiting joins the end of the new
   * role's queue.
   * @throws not_found without such an event, for the actor
   * @throws conflict `not_signed_up`, `event_closed`, `role_full`; invalid for a role that is not the event's; unavailable
   */
  async execute(actor: Actor, eventId: string, changes: SignupChanges): Promise<SignupState> {
    const { role_id, ...notes } = changes;
    const event = await this.visible.findOwn(actor, eventId);
    requireOpen(event, role_id ?? null);
    const state = await this.changeRole(actor, event, role_id);
    const fields = Object.fromEntries(Object.entries(notes).filter(([, value]) => value !== undefined));
    if (Object.keys(fields).length === 0) return state;
    await this.signups.annotate(state.signup.id, fields);
    return { ...state, signup: { ...state.signup, ...fields } };
  }

  private async changeRole(
    actor: Actor,
    event: EventRecord,
    roleId: string | null | undefined,
  ): Promise<SignupState> {
    for (;;) {
      const signup = await this.own.find(event.id, actor.user_id);
      if (roleId === undefined || roleId === signup.role_id) return this.carryOut.present(signup, event);
      const locked = await this.locks.lock(signup, { to: 'role', role_id: roleId });
      if (locked !== null) return this.carryOut.execute(locked);
    }
  }
}
