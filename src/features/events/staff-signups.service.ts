import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction } from '../audit/rules/audit-entry.js';
import { UsersService } from '../users/users.service.js';
import { EventAccess } from './event-access.js';
import { EventWriter } from './event-writer.js';
import { RosterRepository } from './roster.repository.js';
import type { Boarding, EntryCommand, Placement, SignUpInput } from './rules/commands.js';
import { signUpCommand, stateOf, type SignupState } from './signup-state.js';

/** What staff make of members' answers to events; all of it is written down. */
@Injectable()
export class StaffSignups {
  constructor(
    private readonly access: EventAccess,
    private readonly writer: EventWriter,
    private readonly rosters: RosterRepository,
    private readonly users: UsersService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Staff sign somebody up.
   * @throws not_found, forbidden as `EventAccess.toChange`; invalid without such a user; conflict as `signUp`
   */
  async signUpFor(actor: Actor, userId: string, input: Omit<SignUpInput, 'source'>): Promise<SignupState> {
    await this.access.toChange(actor, input.event_id);
    await this.users.require(userId);
    const command = {
      ...signUpCommand(userId, { ...input, source: 'web' }, uuidv7()),
      ...{ admitted: true, by_staff: true },
    };
    return this.submit(actor, input.event_id, command, ['signup.created', { role_id: input.role_id }]);
  }

  /**
   * Staff seat, move, mark or withdraw somebody.
   * @throws not_found, forbidden as `EventAccess.toChange`; not_found without such a signup
   * @throws conflict `event_closed`, `role_full`, `event_full`, `not_signed_up`, `not_confirmed`; invalid for a role that is not the event's
   */
  async place(actor: Actor, eventId: string, userId: string, placement: Placement): Promise<SignupState> {
    const command = { type: 'place', id: uuidv7(), user_id: userId, ...placement } as const;
    return this.submit(actor, eventId, command, ['signup.changed', placement]);
  }

  /** As `board`, by staff for somebody. @throws not_found, forbidden as `place` */
  async boardFor(actor: Actor, eventId: string, userId: string, boarding: Boarding): Promise<SignupState> {
    const command = { type: 'board', id: uuidv7(), user_id: userId, by_staff: true, ...boarding } as const;
    return this.submit(actor, eventId, command, ['signup.changed', boarding]);
  }

  /**
   * Staff approve a signup that waits for it, or decline it.
   * @throws not_found, forbidden as `place`; conflict `not_pending`, `event_closed`
   */
  async decide(actor: Actor, eventId: string, userId: string, approved: boolean): Promise<SignupState> {
    const command = { type: 'decide', id: uuidv7(), user_id: userId, approved } as const;
    const action = approved ? 'signup.approved' : 'signup.declined';
    return this.submit(actor, eventId, command, [action, {}]);
  }

  /**
   * Somebody's signup, for the question why it is as it is: their own, or as staff anybody's.
   * @throws not_found without such an event or signup, for the actor; forbidden as `EventAccess.toChange`
   */
  async look(actor: Actor, eventId: string, userId: string): Promise<Pick<SignupState, 'event' | 'entry'>> {
    if (actor.user_id === userId) await this.access.toRead(actor, eventId);
    else await this.access.toChange(actor, eventId);
    const event = await this.rosters.find(eventId);
    const entry = event?.roster.find(({ user_id }) => user_id === userId);
    if (!event || entry === undefined) throw notFound('signup');
    return { event, entry };
  }

  private async submit(
    actor: Actor,
    eventId: string,
    command: EntryCommand,
    [action, change]: readonly [AuditAction, object],
  ): Promise<SignupState> {
    await this.access.toChange(actor, eventId);
    const state = stateOf(await this.writer.submit(eventId, command, actor));
    const { event, entry } = state;
    const of = { id: command.id, org_id: event.org_id, event_id: event.id, target_id: entry.user_id };
    await this.audit.record(actor, { action, ...of, change });
    return state;
  }
}
