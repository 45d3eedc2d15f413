import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { SignupRoles } from '../access/signup-roles.js';
import { requireFuture, rolesOf } from './rules/edit.js';
import type { EventRecord } from './rules/event-record.js';
import type { NewEvent } from './rules/input.js';
import { slugOf } from './rules/slug.js';
import { hasRole, requireRole } from '../organizations/rules/organization-access.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventsRepository } from './events.repository.js';
import { OrganizationsRepository } from '../organizations/organizations.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';

/** Makes an event of an organization. */
@Injectable()
export class CreateEvent {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly members: OrgMembersRepository,
    private readonly events: EventsRepository,
    private readonly jobs: JobQueue,
    private readonly signupRoles: SignupRoles,
  ) {}

  /**
   * @throws not_found when there is no such organization, or it is private and the actor is not a member
   * @throws forbidden when the actor is not staff of the organization
   * @throws invalid for a start that is not in the future, two roles of one name, or Discord roles of other servers
   */
  async execute(actor: Actor, input: NewEvent): Promise<EventRecord> {
    await this.requireStaff(actor, input.org_id);
    await this.signupRoles.require(input.org_id, input.signup_role_ids ?? []);
    const event = await this.save(newEvent(actor, input));
    await this.jobs.eventChanged(event.id);
    return event;
  }

  private async requireStaff(actor: Actor, orgId: string): Promise<void> {
    const [organization, held] = await Promise.all([
      this.organizations.findById(orgId),
      this.members.findRole(orgId, actor.user_id),
    ]);
    if (organization === null) throw notFound('organization');
    const hidden = organization.visibility === 'private' && !actor.site_admin && !hasRole(held, 'member');
    if (hidden) throw notFound('organization');
    requireRole(actor, held, 'staff');
  }

  /** The first event of a title gets the plain slug; the next ones the last characters of their id, which are random. */
  private async save(event: EventRecord): Promise<EventRecord> {
    if (await this.events.create(event)) return event;
    const unique = { ...event, slug: `${event.slug}-${event.id.slice(-12)}` };
    if (await this.events.create(unique)) return unique;
    throw new Error(`No slug is free for event ${event.id}`);
  }
}

function newEvent(actor: Actor, input: NewEvent): EventRecord {
  const now = new Date();
  requireFuture(input.start_at_utc, now);
  return {
    id: uuidv7(),
    org_id: input.org_id,
    slug: slugOf(input.title),
    title: input.title,
    description: input.description,
    type: input.type,
    state: input.state ?? 'published',
    visibility: input.visibility ?? 'public',
    start_at_utc: input.start_at_utc,
    duration_minutes: input.duration_minutes,
    location: input.location ?? null,
    max_participants: input.max_participants ?? null,
    roles: rolesOf(input.roles ?? [], [], uuidv7),
    fleet_ships: input.fleet_ships ?? [],
    banner_url: input.banner_url ?? null,
    signup_role_ids: input.signup_role_ids ?? [],
    revision: 1,
    seats: { confirmed: 0, waitlist: 0, checked_in: 0, next_number: 1, by_role: {} },
    created_by: actor.user_id,
    created_at: now,
    updated_at: now,
    mirror_dirty: true,
    decisions: [],
    seat_epoch: 1,
  };
}
