import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import {
  isOpenToAll,
  mayJoin,
  mayReadNotes,
  maySee,
  STRANGER,
  type Standing,
} from '../access/rules/event-access.js';
import { GuildRolesService } from '../guilds/guild-roles.service.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { requireRole } from '../organizations/rules/organization.js';
import { EventsRepository, type EventViewer } from './events.repository.js';
import type { EventRecord } from './rules/event-record.js';
import { signupRestricted } from './rules/refusals.js';
import type { SignupRow } from './rules/signup-row.js';

/** Loads events for someone, or refuses. */
@Injectable()
export class EventAccess {
  constructor(
    private readonly events: EventsRepository,
    private readonly members: OrgMembersService,
    private readonly organizations: OrganizationsService,
    private readonly roles: GuildRolesService,
  ) {}

  /**
   * @throws not_found when there is no such organization, or it is private and the actor is not a member
   * @throws forbidden when the actor is not staff of the organization
   */
  async toCreate(actor: Actor, orgId: string): Promise<void> {
    await this.organizations.require(actor, orgId, 'staff');
  }

  /**
   * @param actor `null` for someone who has not signed in
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async toRead(actor: Actor | null, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    await this.requireSeen(actor, event);
    return event;
  }

  /**
   * @throws not_found as `toRead`
   * @throws forbidden when the actor is not staff of the event's organization
   */
  async toChange(actor: Actor, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    const standing = await this.standingOf(actor, event);
    if (!maySee(event, standing)) throw notFound('event');
    requireRole(actor, standing.role, 'staff');
    return event;
  }

  /**
   * @throws not_found when the actor may not know of the event
   * @throws forbidden `signup_restricted` when it is for others, and the actor has its message before their eyes on Discord
   */
  async requireSeen(actor: Actor | null, event: EventRecord): Promise<void> {
    if (maySee(event, STRANGER) || maySee(event, await this.standingOf(actor, event))) return;
    throw isShownTo(actor, event) ? signupRestricted() : notFound('event');
  }

  /** As `requireSeen`, for someone who wants to sign up. @throws forbidden `signup_restricted` when signing up is for others */
  async requireJoinable(actor: Actor, event: EventRecord): Promise<void> {
    if (mayJoin(event, STRANGER)) return;
    const standing = await this.standingOf(actor, event);
    if (mayJoin(event, standing)) return;
    throw isShownTo(actor, event) || maySee(event, standing) ? signupRestricted() : notFound('event');
  }

  /**
   * Refuses Discord roles that are not of the organization's servers. One that the event names already may have been deleted
   * on Discord since: it is not checked again.
   * @throws invalid naming them; unavailable when Discord does not answer
   */
  async requireSignupRoles(
    orgId: string,
    wanted: readonly string[] = [],
    named: readonly string[] = [],
  ): Promise<void> {
    if (wanted.every((role) => named.includes(role))) return;
    await this.roles.requireKnown(orgId, wanted);
  }

  /** Rows as the actor may read them: notes are for their author and the organization's staff. */
  async readable(
    actor: Actor,
    event: Pick<EventRecord, 'org_id'>,
    rows: readonly SignupRow[],
  ): Promise<SignupRow[]> {
    const reader = { ...actor, role: await this.members.roleOf(event.org_id, actor.user_id) };
    return rows.map((row) => (mayReadNotes(reader, row) ? row : { ...row, notes: null }));
  }

  /** Whose eyes a list of events is for. */
  async viewer(actor: Actor): Promise<EventViewer> {
    if (actor.site_admin) return { all: true, member_of: [], staff_of: [] };
    const [member_of, staff_of] = await Promise.all([
      this.members.orgIdsOf(actor.user_id),
      this.members.orgIdsOf(actor.user_id, ['admin', 'staff']),
    ]);
    return { all: false, member_of, staff_of };
  }

  /**
   * How somebody stands to an event, asking no more than the rules need.
   * @throws unavailable when it depends on their roles on Discord and Discord does not answer
   */
  private async standingOf(actor: Actor | null, event: EventRecord): Promise<Standing> {
    if (actor === null) return STRANGER;
    const { site_admin } = actor;
    const role = await this.members.roleOf(event.org_id, actor.user_id);
    const isDecided = role !== null || site_admin || event.state === 'draft' || isOpenToAll(event);
    const holds_signup_role =
      !isDecided && (await this.roles.holdsAny(actor, event.org_id, event.signup_role_ids));
    return { role, site_admin, holds_signup_role };
  }
}

/** Whether someone acts on a server that shows the event, so that its existence is no secret to them. */
function isShownTo(actor: Actor | null, event: EventRecord): boolean {
  return event.state !== 'draft' && actor?.on_discord !== undefined;
}
