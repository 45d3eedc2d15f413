import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { DomainError } from '../../common/errors.js';
import { pageOf, type Page } from '../../common/page.js';
import { isOpenToAll } from '../access/rules/event-access.js';
import { UsersService } from '../users/users.service.js';
import { EventAccess } from './event-access.js';
import { EventWriter } from './event-writer.js';
import { readEventCursor, writeEventCursor } from './events.repository.js';
import { RosterRepository } from './roster.repository.js';
import { type OwnAct, ownActsOf } from './rules/acts.js';
import type { Boarding, EntryCommand, OwnCommand, SignUpInput, SignupChanges } from './rules/commands.js';
import type { EventRecord, EventWithRoster } from './rules/event-record.js';
import { isRestricted } from './rules/refusals.js';
import { listedAfter, listPosition, type ListPosition } from './rules/listing.js';
import { hasAnswered, positionOf, ROSTER_LIMIT, waitlistOf, type RosterEntry } from './rules/roster.js';
import { toSignupRow, type OwnEntry, type SignupRow } from './rules/signup-row.js';
import { signUpCommand, stateOf, type SignupState } from './signup-state.js';
import { earliestUpcomingStart, isUpcoming, type OwnPeriod } from './rules/upcoming.js';

/** Which page of an event's signups. */
export interface SignupsQuery {
  readonly limit: number;
  /** `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** One of a member's events, with what they answered and may do about it. */
export interface OwnSignup {
  readonly event: EventRecord;
  readonly signup: SignupRow;
  readonly acts: readonly OwnAct[];
}

/** More of one person's events are not listed. */
const OWN_LIMIT = 200;

/**
 * Members' answers to events. A command's id makes a repetition harmless: Discord's id of an interaction, or a new one.
 */
@Injectable()
export class SignupsService {
  constructor(
    private readonly access: EventAccess,
    private readonly writer: EventWriter,
    private readonly rosters: RosterRepository,
    private readonly users: UsersService,
  ) {}

  /**
   * Signs a member up: a seat if one is free for them, the end of the waitlist otherwise.
   * @throws not_found when there is no such event, or the actor may not know of it
   * @throws forbidden `signup_restricted` when signing up is for others
   * @throws conflict `event_closed`, `signups_closed`, `signups_locked`, `answer_not_offered`, `waitlist_full`; invalid for a role that is not the event's; unavailable
   */
  async signUp(actor: Actor, input: SignUpInput, commandId: string = uuidv7()): Promise<SignupState> {
    const command = signUpCommand(actor.user_id, input, commandId);
    const seen = await this.joinable(actor, input.event_id);
    try {
      return await this.submit(seen.id, { ...command, admitted: !isOpenToAll(seen) });
    } catch (error) {
      if (!isRestricted(error)) throw error;
      // It was open to all when this process last saw it, and is no more: who they are has to be looked at.
      await this.joinable(actor, seen.id);
      return this.submit(seen.id, { ...command, admitted: true });
    }
  }

  /**
   * Takes a member's signup back; the seat goes to the first who waits for it.
   * @throws not_found without such an event, for the actor; conflict `not_signed_up`, `event_closed`, `signups_locked`; unavailable
   */
  async withdraw(actor: Actor, eventId: string, commandId: string = uuidv7()): Promise<SignupState> {
    return this.submitOwn(actor, eventId, { type: 'withdraw', id: commandId });
  }

  /**
   * Takes back the signup of somebody who is not interested on a Discord server any more, if it stood on that alone.
   * @throws conflict `not_signed_up`, `event_closed`, `signups_locked`; unavailable
   */
  async loseInterest(userId: string, eventId: string, guildId: string): Promise<SignupState> {
    const lost = { type: 'withdraw', user_id: userId, interested_on: guildId } as const;
    return this.submit(eventId, { ...lost, id: uuidv7() });
  }

  /**
   * Changes a member's own answer. Someone seated takes a free seat in the new role, or keeps the old one; someone waiting
   * joins the end of the new role's queue.
   * @throws not_found without such an event, for the actor
   * @throws conflict `not_signed_up`, `event_closed`, `role_full`, `signups_closed`, `signups_locked`, `answer_not_offered`; invalid for a role that is not the event's; unavailable
   */
  async change(
    actor: Actor,
    eventId: string,
    changes: SignupChanges,
    commandId: string = uuidv7(),
  ): Promise<SignupState> {
    return this.submitOwn(actor, eventId, { type: 'change_signup', id: commandId, ...changes });
  }

  /**
   * Takes the seat that is held for a member, or leaves it to the next who waits.
   * @throws not_found without such an event, for the actor; conflict `not_signed_up`, `offer_over`, `event_closed`; unavailable
   */
  async answerOffer(
    actor: Actor,
    eventId: string,
    accepts: boolean,
    commandId: string = uuidv7(),
  ): Promise<SignupState> {
    return this.submitOwn(actor, eventId, { type: 'answer_offer', id: commandId, accepts });
  }

  /**
   * Boards a ship of the event, or leaves it.
   * @throws not_found without such an event, for the actor; invalid for a ship that is not the event's
   * @throws conflict `not_signed_up`, `not_confirmed`, `ship_full`, `signups_locked`, `event_closed`; unavailable
   */
  async board(
    actor: Actor,
    eventId: string,
    boarding: Boarding,
    commandId: string = uuidv7(),
  ): Promise<SignupState> {
    return this.submitOwn(actor, eventId, { type: 'board', id: commandId, ...boarding });
  }

  /**
   * Notes that a member who has a seat is there.
   * @throws not_found without such an event, for the actor
   * @throws conflict `not_signed_up`, `not_confirmed`, `already_checked_in`, `check_in_closed`, `event_closed`; unavailable
   */
  async checkIn(actor: Actor, eventId: string, commandId: string = uuidv7()): Promise<SignupState> {
    return this.submitOwn(actor, eventId, { type: 'check_in', id: commandId });
  }

  /** The row that people read of an entry. */
  async rowOf({ event, entry }: Pick<SignupState, 'event' | 'entry'>): Promise<SignupRow> {
    const user = await this.users.find(entry.user_id);
    return toSignupRow(event, entry, user, positionOf(event.roster, entry));
  }

  /**
   * An event's signups: those with a seat as they signed up, then those who wait in their order. Notes are for
   * their author and staff.
   * @throws not_found without such an event, for the actor; invalid when the cursor is not one of this list
   */
  async list(actor: Actor, eventId: string, { limit, cursor }: SignupsQuery): Promise<Page<SignupRow>> {
    const event = await this.rosters.find(eventId);
    if (event === null) return this.access.missing(actor, eventId);
    await this.access.requireSeen(actor, event);
    const after = cursor === undefined ? null : readCursor(cursor);
    const page = pageOf(listedAfter(event.roster, after, limit + 1), limit, cursorOf);
    const rows = await this.rowsOf(event, page.items);
    return { ...page, items: await this.access.readable(actor, event, rows) };
  }

  /** As `list`, everybody at once. */
  async roster(actor: Actor, eventId: string): Promise<Page<SignupRow>> {
    return this.list(actor, eventId, { limit: ROSTER_LIMIT });
  }

  /** Everybody whom an event's message shows: those with a seat, those who wait, then those with another answer. */
  async listShown(event: EventWithRoster): Promise<SignupRow[]> {
    return this.rowsOf(event, listedAfter(event.roster, null, ROSTER_LIMIT));
  }

  /** The events to come that a member has signed up for and still may know of, by their start. @throws unavailable as `EventAccess.seenAmong` */
  async listOwn(actor: Actor): Promise<OwnEntry[]> {
    const now = new Date();
    const own = await this.rosters.listOwn(actor.user_id, earliestUpcomingStart(now), OWN_LIMIT);
    const coming = own.filter(({ event }) => isUpcoming(event, now));
    const seen = await this.access.seenAmong(
      actor,
      coming.map(({ event }) => event),
    );
    return coming.filter(({ event }) => seen.includes(event));
  }

  /** A member's events of a period, with what they answered: those to come by their start, those that are over from the last on. */
  async listOwnOf(
    { user_id: userId }: Actor,
    period: OwnPeriod,
    { limit, cursor }: SignupsQuery,
  ): Promise<Page<OwnSignup>> {
    const now = new Date();
    const after = cursor === undefined ? null : readEventCursor(cursor);
    const [user, rows] = await Promise.all([
      this.users.require(userId),
      this.rosters.listOwnOf(userId, period, now, after, limit + 1),
    ]);
    const page = pageOf(rows, limit, ({ event }) => writeEventCursor(event));
    const items = page.items.map(({ event, entry, ahead }) => {
      const position = entry.status === 'waitlist' ? ahead + 1 : null;
      const signup = toSignupRow(event, entry, user, position);
      return { event, signup, acts: ownActsOf(event, entry, now) };
    });
    return { ...page, items };
  }

  private async rowsOf(event: EventWithRoster, entries: readonly RosterEntry[]): Promise<SignupRow[]> {
    const users = await this.users.findAll(entries.map(({ user_id }) => user_id));
    const positions = new Map(waitlistOf(event.roster).map(({ id }, index) => [id, index + 1]));
    return entries.map((entry) =>
      toSignupRow(event, entry, users.get(entry.user_id) ?? null, positions.get(entry.id) ?? null),
    );
  }

  /**
   * Someone who may no longer see an event but has a signup there may still change or leave it.
   * @throws not_found without such an event, for the actor
   */
  private async requireOwn(actor: Actor, eventId: string): Promise<void> {
    await this.admitted(eventId, async (event) => {
      const entry = event.roster.find(({ user_id }) => user_id === actor.user_id);
      if (entry === undefined || !hasAnswered(entry)) await this.access.requireSeen(actor, event);
    });
  }

  /** Somebody's command about their own signup. @throws as `requireOwn` */
  private async submitOwn(actor: Actor, eventId: string, command: OwnCommand): Promise<SignupState> {
    await this.requireOwn(actor, eventId);
    return this.submit(eventId, { ...command, user_id: actor.user_id });
  }

  private joinable(actor: Actor, eventId: string): Promise<EventWithRoster> {
    return this.admitted(eventId, (event) => this.access.requireJoinable(actor, event));
  }

  /**
   * Checks access to an event as this process remembers it. A refusal stands only if the event is still so.
   * @returns the event that `check` has let pass
   */
  private async admitted(
    eventId: string,
    check: (event: EventWithRoster) => Promise<void>,
  ): Promise<EventWithRoster> {
    const remembered = await this.writer.recall(eventId);
    try {
      await check(remembered);
      return remembered;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const current = await this.writer.passTime(eventId);
      if (current.stamp === remembered.stamp) throw error;
      await check(current);
      return current;
    }
  }

  private async submit(eventId: string, command: EntryCommand): Promise<SignupState> {
    return stateOf(await this.writer.submit(eventId, command));
  }
}

function cursorOf(entry: RosterEntry): string {
  return encodeCursor(listPosition(entry) ?? []);
}

function readCursor(cursor: string): ListPosition {
  const [group, order] = decodeCursor(cursor, ['number', 'number']);
  return [Number(group), Number(order)];
}
