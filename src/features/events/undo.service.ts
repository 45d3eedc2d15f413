import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict, type DomainError, notFound } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { AuditService } from '../audit/audit.service.js';
import { EventAccess } from './event-access.js';
import { EventWriter, headOf } from './event-writer.js';
import type { PlannedEdit } from './events.service.js';
import { RosterRepository } from './roster.repository.js';
import { apply } from './rules/apply.js';
import type { UndoCommand } from './rules/commands.js';
import type { EventRecord, EventWithRoster } from './rules/event-record.js';
import { asConflict } from './rules/undo.js';
import type { UndoableAct } from './rules/undoable.js';
import { UndoableActsRepository } from './undoable-acts.repository.js';

/** An act with why it cannot be taken back by now; `null` when it can. */
export interface JudgedAct {
  readonly act: UndoableAct;
  readonly refusal: DomainError | null;
}

/** What taking an act back would make of its event. */
export interface PlannedUndo extends JudgedAct {
  readonly event: EventRecord;
  /** `null` when it cannot be taken back by now. */
  readonly planned: PlannedEdit | null;
}

/** More of one event's acts are not listed. */
const LISTED = 50;

/** Takes back, for ten minutes, what organizers have done: a change like any other, by the rules as they stand now. */
@Injectable()
export class UndoService implements KeepsPersonalData {
  constructor(
    private readonly access: EventAccess,
    private readonly writer: EventWriter,
    private readonly rosters: RosterRepository,
    private readonly acts: UndoableActsRepository,
    private readonly audit: AuditService,
  ) {}

  /** The acts of an event's organizers that are ten minutes old at most, newest first. @throws not_found, forbidden as `EventAccess.toChange` */
  async list(actor: Actor, eventId: string): Promise<[EventRecord, JudgedAct[]]> {
    await this.access.toChange(actor, eventId);
    const now = new Date();
    const acts = await this.acts.listOf(eventId, now, LISTED);
    const event = await this.eventAt(eventId, now);
    const judged = acts.map((act) => ({ act, refusal: judge(event, act, now).refusal }));
    return [headOf(event), judged];
  }

  /** What taking an act back would change; nothing is saved. @throws not_found, forbidden as `list`; not_found for an act that is not there */
  async plan(actor: Actor, eventId: string, actId: string): Promise<PlannedUndo> {
    await this.access.toChange(actor, eventId);
    const now = new Date();
    const act = await this.require(eventId, actId, now);
    const event = await this.eventAt(eventId, now);
    return { act, event: headOf(event), ...judge(event, act, now) };
  }

  /**
   * Takes an act back.
   * @param expectedEdition as in `EventsService.edit`
   * @throws not_found, forbidden as `plan`; outdated as `EventsService.edit`
   * @throws conflict `undo_over`, `already_undone`, and as `undoSignup` and `inverseEdit`
   */
  async undo(
    actor: Actor,
    eventId: string,
    actId: string,
    expectedEdition: number | null,
  ): Promise<EventRecord> {
    const current = await this.access.toChange(actor, eventId);
    const act = await this.require(eventId, actId, new Date());
    await this.requireStillThere(current, act);
    const { event } = await this.writer.submit(eventId, undoCommand(act, expectedEdition));
    await this.acts.markUndone(act.id, new Date());
    const { change } = act;
    await this.audit.record(actor, {
      action: change.kind === 'signup' ? 'signup.undone' : 'event.undone',
      ...{ org_id: event.org_id, event_id: event.id },
      target_id: change.kind === 'signup' ? change.user_id : event.id,
      change: change.kind === 'signup' ? { status: change.before.status } : change.before,
    });
    return headOf(event);
  }

  /** No one is put back into an event after their account is erased. */
  async erase({ user_id }: Person): Promise<void> {
    await this.acts.forgetPerson(user_id);
  }

  /** @throws not_found; conflict `undo_over`, `already_undone` */
  private async require(eventId: string, actId: string, now: Date): Promise<UndoableAct> {
    const act = await this.acts.find(eventId, actId);
    if (act === null) throw notFound('act');
    if (act.undone_at !== null) throw conflict('already_undone', 'This has been undone already.');
    if (act.until <= now)
      throw conflict('undo_over', 'Only what was done in the last ten minutes can be undone.');
    return act;
  }

  /** The people and Discord roles that an edit had taken away may be gone by now. @throws conflict `undo_impossible`; unavailable */
  private async requireStillThere(event: EventRecord, { change }: UndoableAct): Promise<void> {
    if (change.kind === 'signup') return;
    const { signup_role_ids, co_organizer_ids } = change.before;
    try {
      await this.access.requireSignupRoles(event.org_id, signup_role_ids, event.signup_role_ids);
      await this.access.requireMembers(event.org_id, co_organizer_ids, event.co_organizer_ids);
    } catch (error) {
      throw asConflict(error);
    }
  }

  /** The event with what time alone has made of it. */
  private async eventAt(eventId: string, now: Date): Promise<EventWithRoster> {
    const event = await this.rosters.find(eventId);
    if (event === null) throw notFound('event');
    return apply(event, [], now).event;
  }
}

/** The same for the same act: a repetition finds nothing left to do. */
function undoCommand({ id, change }: UndoableAct, expectedEdition: number | null): UndoCommand {
  return { type: 'undo', id: `undo:${id}`, change, expected_edition: expectedEdition };
}

function judge(
  before: EventWithRoster,
  act: UndoableAct,
  now: Date,
): Pick<PlannedUndo, 'refusal' | 'planned'> {
  const { event: after, outcomes } = apply(before, [undoCommand(act, null)], now);
  const refusal = outcomes[0]?.refused ?? null;
  return { refusal, planned: refusal === null ? { before, after } : null };
}
