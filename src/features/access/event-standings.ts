import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { isOpenToAll, STRANGER, type GuardedEvent, type Standing } from './rules/event-access.js';
import { SignupRoles } from './signup-roles.js';

/** Finds out how somebody stands to an event, asking no more than the rules need. */
@Injectable()
export class EventStandings {
  constructor(
    private readonly members: OrgMembersService,
    private readonly signupRoles: SignupRoles,
  ) {}

  /**
   * @param actor `null` for someone who has not signed in
   * @throws unavailable when it depends on their roles on Discord and Discord does not answer
   */
  async of(actor: Actor | null, event: GuardedEvent): Promise<Standing> {
    const standing = await this.inOrganization(actor, event);
    const isDecided = standing.role !== null || standing.site_admin || event.state === 'draft';
    if (actor === null || isDecided || isOpenToAll(event)) return standing;
    const holds_signup_role = await this.signupRoles.holdsAny(actor, event.org_id, event.signup_role_ids);
    return { ...standing, holds_signup_role };
  }

  /** As `of`, by the organization alone, whatever roles they hold on Discord. */
  async inOrganization(actor: Actor | null, { org_id }: Pick<GuardedEvent, 'org_id'>): Promise<Standing> {
    if (actor === null) return STRANGER;
    const role = await this.members.roleOf(org_id, actor.user_id);
    return { ...STRANGER, role, site_admin: actor.site_admin };
  }
}
