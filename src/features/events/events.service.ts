import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { conflict, DomainError, notFound } from '../../common/errors.js';
import { pageOf, type Page } from '../../common/page.js';
import { AuditService, type FilteredAuditQuery } from '../audit/audit.service.js';
import type { AuditAction, AuditEntry } from '../audit/rules/audit-entry.js';
import { ORGANIZATION_LIMITS, requireRoom } from '../organizations/rules/limits.js';
import { EventAccess } from './event-access.js';
import { EventTriggers } from './event-triggers.js';
import { EventWriter, headOf } from './event-writer.js';
import { editCommand, newEvent } from './new-event.js';
import {
  EventsRepository,
  type EventFilter,
  PUBLIC_VIEW,
  readEventCursor,
  writeEventCursor,
} from './events.repository.js';
import { type EventWithEntry, RosterRepository } from './roster.repository.js';
import type { EventAct } from './rules/acts.js';
import { apply } from './rules/apply.js';
import type { StateCommandType } from './rules/commands.js';
import { readReason } from './rules/edit.js';
import type { Event, EventSummary } from './rules/event.js';
import type { EventRecord, EventWithRoster } from './rules/event-record.js';
import type { EventChanges, NewEvent } from './rules/input.js';
import { earliestUpcomingStart, isUpcoming } from './rules/upcoming.js';

/** Which events, and which page of them. */
export interface EventsQuery extends EventFilter {
  readonly limit: number;
  /** `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** An event as it is, and as an edit would make it. */
export type PlannedEdit = Readonly<Record<'before' | 'after', EventWithRoster>>;

const DAY_MS = 86_400_000;

const STATE_ACTIONS = {
  publish: 'event.published',
  start: 'event.started',
  complete: 'event.completed',
  cancel: 'event.cancelled',
} as const satisfies Record<StateCommandType, AuditAction>;

/** How many events to come are looked through. */
const UPCOMING = 200;

/** Events as organizers make and change them. */
@Injectable()
export class EventsService {
  constructor(
    private readonly access: EventAccess,
    private readonly events: EventsRepository,
    private readonly rosters: RosterRepository,
    private readonly writer: EventWriter,
    private readonly triggers: EventTriggers,
    private readonly audit: AuditService,
  ) {}

  /**
   * @param id the new event's, which no other event has
   * @throws not_found when there is no such organization, or it is private and the actor is not a member
   * @throws forbidden when the actor is not staff of the organization; conflict `limit_reached`
   * @throws invalid for a start that is not in the future, or two roles of one name, Discord roles of other servers, or
   * co-organizers who are not members
   */
  async create(actor: Actor, input: NewEvent, id: string = uuidv7()): Promise<EventRecord> {
    const event = await this.events.create(await this.planned(actor, input, id));
    if (event === null) throw new Error('Only occurrences of a series can be there already');
    this.triggers.changed(event.id);
    await this.record(actor, 'event.created', event, input);
    return headOf(event);
  }

  /** The event that `create` would make; nothing is saved. @throws as `create` */
  async planned(actor: Actor, input: NewEvent, id: string = uuidv7()): Promise<EventWithRoster> {
    await this.access.toCreate(actor, input.org_id);
    await this.requireRoom(input.org_id);
    await this.access.requireSignupRoles(input.org_id, input.signup_role_ids);
    await this.access.requireMembers(input.org_id, input.co_organizer_ids);
    return newEvent(actor.user_id, input, id, new Date());
  }

  /**
   * The events that someone may find: public ones, private ones of their organizations, drafts of organizations whose
   * staff they are. An unlisted event is found by its id only. By start, then by id.
   * @throws invalid when the cursor is not one of this list
   */
  async list(actor: Actor, query: EventsQuery): Promise<Page<EventRecord>> {
    const { limit, cursor, ...filter } = query;
    const after = cursor === undefined ? null : readEventCursor(cursor);
    const rows = await this.events.list(filter, await this.access.viewer(actor), after, limit + 1);
    return pageOf(rows, limit, writeEventCursor);
  }

  /**
   * @param actor `null` for someone who has not signed in
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async read(actor: Actor | null, eventId: string): Promise<EventRecord> {
    return this.access.toRead(actor, eventId);
  }

  /** As `read`, with what the actor may do with the event now. */
  async readWithActs(actor: Actor, eventId: string): Promise<[EventRecord, EventAct[]]> {
    const event = await this.access.toRead(actor, eventId);
    return [event, await this.access.actsOf(actor, event)];
  }

  /**
   * @param expectedEdition the edition that the editor saw; `null` when they do not say
   * @throws not_found, forbidden as `EventAccess.toChange`
   * @throws conflict, invalid as `editedFields`; outdated when the event is of another edition by now
   */
  async edit(
    actor: Actor,
    eventId: string,
    changes: EventChanges,
    expectedEdition: number | null = null,
  ): Promise<EventRecord> {
    await this.requireEditable(actor, eventId, changes);
    const command = editCommand(changes, expectedEdition);
    const { event } = await this.writer.submit(eventId, command, actor);
    const about = { id: command.id, org_id: event.org_id, event_id: event.id, target_id: event.id };
    await this.audit.record(actor, { action: 'event.changed', ...about, change: changes });
    return headOf(event);
  }

  /** What `edit` would make of an event; nothing is saved. @throws as `edit` */
  async plannedEdit(
    actor: Actor,
    eventId: string,
    changes: EventChanges,
    expectedEdition: number | null = null,
  ): Promise<PlannedEdit> {
    await this.requireEditable(actor, eventId, changes);
    const found = await this.rosters.find(eventId);
    if (found === null) throw notFound('event');
    const now = new Date();
    // What time alone makes of it is no part of the edit.
    const { event: before } = apply(found, [], now);
    const { event: after, outcomes } = apply(before, [editCommand(changes, expectedEdition)], now);
    for (const { refused } of outcomes) if (refused !== undefined) throw refused;
    return { before, after };
  }

  /**
   * Publishes, starts, completes or cancels an event.
   * @param reason why, in the organizer's words, for `cancel`
   * @throws not_found, forbidden as `EventAccess.toChange`
   * @throws conflict `illegal_transition`, `start_in_past` when publishing an event that should have begun; invalid for a reason that no one can read
   */
  async changeState(
    actor: Actor,
    eventId: string,
    type: StateCommandType,
    reason: string | null = null,
  ): Promise<EventRecord> {
    await this.access.toChange(actor, eventId);
    const { event } = await this.writer.submit(eventId, { type, id: uuidv7(), reason: readReason(reason) });
    await this.record(actor, STATE_ACTIONS[type], event);
    return headOf(event);
  }

  /** Calendar links given out so far open a private event no more. @throws not_found, forbidden as `EventAccess.toChange` */
  async revokeCalendarKeys(actor: Actor, eventId: string): Promise<void> {
    const event = await this.access.toChange(actor, eventId);
    await this.writer.submit(eventId, { type: 'revoke_calendar_keys', id: uuidv7() });
    await this.record(actor, 'event.changed', event, { calendar_key: null });
  }

  /** An event for its organization's staff. @throws not_found, forbidden as `EventAccess.toChange` */
  async readToChange(actor: Actor, eventId: string): Promise<EventRecord> {
    return this.access.toChange(actor, eventId);
  }

  /**
   * Ends an event in one step, whatever its state; one that was not started is started first.
   * @throws as `changeState`
   */
  async close(actor: Actor, eventId: string, to: 'completed' | 'cancelled'): Promise<void> {
    const { state } = await this.access.toChange(actor, eventId);
    if (to === 'completed' && state === 'published') await this.changeState(actor, eventId, 'start');
    await this.changeState(actor, eventId, to === 'completed' ? 'complete' : 'cancel');
  }

  /**
   * Removes a draft.
   * @throws not_found, forbidden as `EventAccess.toChange`; conflict `not_a_draft`
   */
  async remove(actor: Actor, eventId: string): Promise<void> {
    const event = await this.access.toChange(actor, eventId);
    if (!(await this.events.removeDraft(eventId))) {
      throw conflict('not_a_draft', 'Only a draft can be deleted: cancel the event instead.');
    }
    this.writer.forget(eventId);
    this.triggers.removed(event);
    await this.record(actor, 'event.deleted', event);
  }

  /** @throws not_found, forbidden as `create` for somebody who may not make events in the organization */
  async requireStaff(actor: Actor, orgId: string): Promise<void> {
    await this.access.toCreate(actor, orgId);
  }

  /** What happened to an event, and by whom, newest first. @throws not_found, forbidden as `EventAccess.toChange` */
  async timeline(actor: Actor, eventId: string, query: FilteredAuditQuery): Promise<Page<AuditEntry>> {
    await this.access.toChange(actor, eventId);
    return this.audit.ofEvent(eventId, query);
  }

  /** An event for another room, which has to know who may see it. */
  async find(eventId: string): Promise<EventRecord | null> {
    return this.events.findById(eventId);
  }

  /** As `find`, with everybody's answers. */
  async findWithRoster(eventId: string): Promise<EventWithRoster | null> {
    return this.rosters.find(eventId);
  }

  /** As `find`, with one person's answer; `null` for who gave none. */
  async findWithEntry(eventId: string, userId: string): Promise<EventWithEntry | null> {
    return this.rosters.findWithEntry(eventId, userId);
  }

  /**
   * Starts or completes an event as somebody did with what mirrors it, who may do so there. What the event does not allow by
   * now is left alone.
   */
  async follow(eventId: string, type: 'start' | 'complete'): Promise<void> {
    const event = await this.events.findById(eventId);
    const steps = type === 'complete' && event?.state === 'published' ? (['start', type] as const) : [type];
    try {
      for (const step of steps) await this.writer.submit(eventId, { type: step, id: uuidv7(), reason: null });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    }
  }

  /** What is to come for the members of an organization; for anybody when it is `null`. */
  async listUpcoming(orgId: string | null): Promise<EventSummary[]> {
    const now = new Date();
    const viewer = orgId === null ? PUBLIC_VIEW : { ...PUBLIC_VIEW, member_of: [orgId] };
    const filter = { from: earliestUpcomingStart(now), ...(orgId !== null && { org_id: orgId }) };
    const events = await this.events.listSummaries(filter, viewer, UPCOMING);
    return events.filter((event) => isUpcoming(event, now));
  }

  /** The events of an organization that its servers show: published or running, not over by their times. */
  async listCurrentIds(orgId: string): Promise<string[]> {
    return this.events.listCurrentIds(orgId, new Date());
  }

  /** Those of these events that are an organization's. */
  async listOf(orgId: string, eventIds: readonly string[]): Promise<Event[]> {
    return this.events.listOf(orgId, eventIds);
  }

  /** Those of these events that are another organization's. */
  async listForeignIds(eventIds: readonly string[], orgId: string): Promise<string[]> {
    return this.events.listForeignIds(eventIds, orgId);
  }

  /** Whether one of an organization's events has this role. */
  async hasRole(orgId: string, roleId: string): Promise<boolean> {
    return this.events.hasRole(orgId, roleId);
  }

  /** Writes down what somebody has done to an event, or to what Discord shows of it. */
  async record(
    actor: Actor,
    action: AuditAction,
    { id, org_id }: Pick<EventRecord, 'id' | 'org_id'>,
    change: object = {},
  ): Promise<void> {
    await this.audit.record(actor, { action, org_id, event_id: id, target_id: id, change });
  }

  /** How many events an organization has made in 24 hours, as far as the limit. */
  async countOfDay(orgId: string): Promise<number> {
    const since = new Date(Date.now() - DAY_MS);
    return this.events.countMadeSince(orgId, since, ORGANIZATION_LIMITS.events_per_day.max);
  }

  private async requireEditable(actor: Actor, eventId: string, changes: EventChanges): Promise<void> {
    const { org_id, signup_role_ids, co_organizer_ids } = await this.access.toChange(actor, eventId);
    await this.access.requireSignupRoles(org_id, changes.signup_role_ids, signup_role_ids);
    await this.access.requireMembers(org_id, changes.co_organizer_ids, co_organizer_ids);
  }

  private async requireRoom(orgId: string): Promise<void> {
    requireRoom('events_per_day', await this.countOfDay(orgId));
  }
}
