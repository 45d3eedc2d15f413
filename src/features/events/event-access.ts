import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { invalid, notFound } from '../../common/errors.js';
import { isOpenToAll, mayJoin, maySee, organizerTies } from '../access/rules/event-access.js';
import { may, rankOf, requirePermission, type Standing, STRANGER } from '../access/rules/permissions.js';
import { GuildRolesService } from '../guilds/guild-roles.service.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { EventsRepository, type EventViewer, PUBLIC_VIEW } from './events.repository.js';
import { actsOf, type EventAct } from './rules/acts.js';
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
    await this.organizations.require(actor, orgId, 'event.create');
  }

  /**
   * @param actor `null` for someone who has not signed in
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async toRead(actor: Actor | null, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) return this.missing(actor, eventId);
    await this.requireSeen(actor, event);
    return event;
  }

  /**
   * @throws not_found as `toRead`
   * @throws forbidden when the actor is neither staff of the event's organization nor its organizer
   */
  async toChange(actor: Actor, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) return this.missing(actor, eventId);
    const standing = await this.standingOf(actor, event);
    if (!maySee(event, standing)) throw notFound('event');
    requirePermission(standing, 'event.change');
    return event;
  }

  /** What the actor may do with an event now. */
  async actsOf(actor: Actor, event: EventRecord): Promise<EventAct[]> {
    return actsOf(event, await this.inOrganization(actor, event), new Date());
  }

  /** Refuses an event that is not there after as many looks as one that is hidden, so that the time tells nothing. @throws not_found */
  async missing(actor: Actor | null, eventId: string): Promise<never> {
    if (actor !== null) await this.members.roleOf(eventId, actor.user_id);
    throw notFound('event');
  }

  /**
   * @throws not_found when the actor may not know of the event
   * @throws forbidden `signup_restricted` when it is for others, and the actor has its message before their eyes on Discord
   */
  async requireSeen(actor: Actor | null, event: EventRecord): Promise<void> {
    if (maySee(event, STRANGER) || maySee(event, await this.standingOf(actor, event))) return;
    throw isShownTo(actor, event) ? signupRestricted() : notFound('event');
  }

  /** Those of these events that the actor may know of, by the rule of `toRead`. @throws unavailable as `standingOf` */
  async seenAmong<E extends EventRecord>(actor: Actor, events: readonly E[]): Promise<E[]> {
    const seen = await Promise.all(
      events.map(
        async (event) => maySee(event, STRANGER) || maySee(event, await this.standingOf(actor, event)),
      ),
    );
    return events.filter((_event, index) => seen[index]);
  }

  /** Whether someone may sign up for an event, as far as it depends on who they are. @throws unavailable as `standingOf` */
  async mayJoin(actor: Actor, event: EventRecord): Promise<boolean> {
    return isOpenToAll(event) || mayJoin(event, await this.standingOf(actor, event));
  }

  /** As `requireSeen`, for someone who wants to sign up. @throws forbidden `signup_restricted` when signing up is for others */
  async requireJoinable(actor: Actor, event: EventRecord): Promise<void> {
    if (isOpenToAll(event)) return;
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

  /**
   * Refuses co-organizers who are not members of the organization, but for those that the event names already.
   * @throws invalid naming them
   */
  async requireMembers(
    orgId: string,
    wanted: readonly string[] = [],
    named: readonly string[] = [],
  ): Promise<void> {
    const members = await this.members.among(orgId, wanted);
    const faults = wanted.flatMap((id, index) =>
      members.has(id) || named.includes(id)
        ? []
        : [{ field: `co_organizer_ids.${index}`, message: 'is not a member of the organization' }],
    );
    if (faults.length > 0) throw invalid(faults);
  }

  /** Rows as the actor may read them: notes are for their author and those who organize. */
  async readable(
    actor: Actor,
    event: Pick<EventRecord, 'org_id' | 'created_by' | 'co_organizer_ids'>,
    rows: readonly SignupRow[],
  ): Promise<SignupRow[]> {
    const { rank, ties } = await this.inOrganization(actor, event);
    return rows.map((row) => {
      const own = row.user_id === actor.user_id ? (['self'] as const) : [];
      return may({ rank, ties: [...ties, ...own] }, 'signup.read_notes') ? row : { ...row, notes: null };
    });
  }

  /** Whose eyes a list of events is for. */
  async viewer(actor: Actor): Promise<EventViewer> {
    if (actor.site_admin) return { ...PUBLIC_VIEW, all: true };
    const [memberOf, staffOf] = await Promise.all([
      this.members.orgIdsOf(actor.user_id),
      this.members.orgIdsOf(actor.user_id, ['admin', 'staff']),
    ]);
    return { all: false, user_id: actor.user_id, member_of: memberOf, staff_of: staffOf };
  }

  /**
   * How somebody stands to an event, asking no more than the rules need.
   * @throws unavailable when it depends on their roles on Discord and Discord does not answer
   */
  private async standingOf(actor: Actor | null, event: EventRecord): Promise<Standing> {
    if (actor === null) return STRANGER;
    const standing = await this.inOrganization(actor, event);
    const isDecided = standing.rank !== 'user' || event.state === 'draft' || isOpenToAll(event);
    if (isDecided || !(await this.roles.holdsAny(actor, event.org_id, event.signup_role_ids)))
      return standing;
    return { ...standing, ties: ['invited'] };
  }

  /** As `standingOf`, by the organization alone, whatever roles they hold on Discord. */
  private async inOrganization(
    actor: Actor,
    event: Pick<EventRecord, 'org_id' | 'created_by' | 'co_organizer_ids'>,
  ): Promise<Standing> {
    const role = await this.members.roleOf(event.org_id, actor.user_id);
    return { rank: rankOf(actor, role), ties: role === null ? [] : organizerTies(actor.user_id, event) };
  }
}

/** Whether someone acts on a server that shows the event, so that its existence is no secret to them. */
function isShownTo(actor: Actor | null, event: EventRecord): boolean {
  return event.state !== 'draft' && actor?.on_discord !== undefined;
}
