import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { pick } from '../common/pick.js';
import type { EventRecord } from '../features/events/rules/event-record.js';
import { SIGNUP_STATUSES, type SignupStatus } from '../features/events/rules/roster.js';
import type { EntryState, UndoableChange } from '../features/events/rules/undoable.js';
import type { JudgedAct } from '../features/events/undo.service.js';
import type { RoleForecast } from '../features/role-mappings/event-roles.service.js';
import type { ServerChanges } from '../features/scheduled-events/previews.service.js';
import type { User } from '../features/users/rules/user.js';
import { NoticeForecastView, ServerChangesView } from './event-preview.dto.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';

/** Body of `POST /events/{id}/undo`. */
export class UndoDto {
  /**
   * The act, as `GET /events/{id}/undo` lists it.
   * @example "01980000-0000-7000-8000-000000000000"
   */
  @IsUUID()
  readonly act_id: string;
}

/** What a signup was or is, as far as staff's acts change it. */
class SignupStateView implements Pick<EntryState, 'status' | 'role_id' | 'ship_id'> {
  @ApiProperty({ enum: SIGNUP_STATUSES }) readonly status: SignupStatus;
  @Uuid() readonly role_id: string | null;
  readonly role_name: string | null;
  @Uuid() readonly ship_id: string | null;
}

/** Why an act cannot be taken back. */
class UndoRefusalView {
  /** @example "undo_no_seat" */
  readonly code: string;
  /** In plain words. */
  readonly detail: string;
}

/** An organizer's act that can be taken back for a while. */
export class UndoableActView {
  /** Also that of its entry in the event's timeline. */
  @Uuid() readonly id: string;
  @ApiProperty({ enum: ['signup', 'event'] }) readonly kind: UndoableChange['kind'];
  readonly at: Date;
  /** Until when it can be taken back. */
  readonly until: Date;
  @Uuid() readonly actor_id: string;
  readonly actor_handle: string | null;
  /** Whose signup it was about; `null` for the event as a whole. */
  @Uuid() readonly user_id: string | null;
  readonly handle: string | null;
  /** The signup before the act; `null` for the event as a whole. */
  @ApiProperty({ type: SignupStateView, nullable: true }) readonly before: SignupStateView | null;
  @ApiProperty({ type: SignupStateView, nullable: true }) readonly after: SignupStateView | null;
  /** The fields of the event that it changed, with what they would be again. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly fields: Readonly<Record<string, unknown>>;
  /** Why it cannot be taken back by now; `null` when it can. */
  @ApiProperty({ type: UndoRefusalView, nullable: true }) readonly refusal: UndoRefusalView | null;
}

/** The acts of an event that can be taken back, newest first. */
export class UndoableActsView {
  @ApiProperty({ type: [UndoableActView] }) readonly items: readonly UndoableActView[];
}

/** What would change on one server. */
class ServerTouchedView extends ServerChangesView implements ServerChanges {
  @DiscordId() readonly guild_id: string;
}

/** How many Discord roles people would be given and lose on one server. */
class RolesTouchedView implements RoleForecast {
  @DiscordId() readonly guild_id: string;
  @Integer() readonly added: number;
  @Integer() readonly removed: number;
}

/** An act, and what taking it back would touch. */
export class PlannedUndoView extends UndoableActView {
  /** Signup messages and scheduled events on servers. */
  @ApiProperty({ type: [ServerTouchedView] }) readonly servers: readonly ServerTouchedView[];
  /** Roles of members on servers. */
  @ApiProperty({ type: [RolesTouchedView] }) readonly roles: readonly RolesTouchedView[];
  /** What people would be told. */
  @ApiProperty({ type: [NoticeForecastView] }) readonly notices: readonly NoticeForecastView[];
}

/** An act as REST shows it. */
export function toUndoableAct(
  event: Pick<EventRecord, 'roles'>,
  { act, refusal }: JudgedAct,
  users: ReadonlyMap<string, User>,
): UndoableActView {
  const { change, id, at, until, actor_id } = act;
  const userId = change.kind === 'signup' ? change.user_id : null;
  const handleOf = (one: string | null) => (one === null ? null : (users.get(one)?.handle ?? null));
  return {
    ...{ id, kind: change.kind, at, until, actor_id, actor_handle: handleOf(actor_id) },
    ...{ user_id: userId, handle: handleOf(userId) },
    before: change.kind === 'signup' ? toSignupState(event, change.before) : null,
    after: change.kind === 'signup' ? toSignupState(event, change.after) : null,
    fields: change.kind === 'event' ? change.before : {},
    refusal: refusal && { code: refusal.code, detail: refusal.message },
  };
}

function toSignupState({ roles }: Pick<EventRecord, 'roles'>, state: EntryState): SignupStateView {
  const role = roles.find(({ id }) => id === state.role_id);
  return { ...pick(state, ['status', 'role_id', 'ship_id']), role_name: role?.name ?? null };
}
