import type { Actor } from '../../../common/actor.js';
import { forbidden } from '../../../common/errors.js';

export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** A Star Citizen organization: it owns events and registers Discord servers. */
export interface Organization {
  readonly id: string;
  /** No other organization's looks the same. */
  readonly name: string;
  /** Upper-case short name, unique. */
  readonly tag: string;
  readonly description: string | null;
  readonly website_url: string | null;
  readonly visibility: Visibility;
  readonly owner_id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** From the strongest to the weakest. */
export const MEMBER_ROLES = ['admin', 'staff', 'member'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A user's place in an organization. */
export interface OrgMember {
  readonly id: string;
  readonly org_id: string;
  readonly user_id: string;
  readonly role: MemberRole;
  readonly joined_at: Date;
  /** The Discord roles that this membership came from and goes with; none for one that a person gave. */
  readonly granted_by?: readonly string[];
}

/** Whether `held` is at least as strong as `needed`. */
export function hasRole(held: MemberRole | null, needed: MemberRole): boolean {
  return held !== null && MEMBER_ROLES.indexOf(held) <= MEMBER_ROLES.indexOf(needed);
}

/**
 * Refuses an actor whose role in the organization is weaker than `needed`. Site admins may do everything.
 * @param held the actor's role in the organization, `null` when not a member
 */
export function requireRole(actor: Actor, held: MemberRole | null, needed: MemberRole): void {
  if (actor.site_admin || hasRole(held, needed)) return;
  throw forbidden(`This needs the role "${needed}" in the organization.`, 'org_role_required');
}

/**
 * Whether an actor may know of an organization: private ones are for members alone, unlisted ones for everybody who has the id.
 * @param held the actor's role in the organization, `null` when not a member
 */
export function canSee(actor: Actor, organization: Organization, held: MemberRole | null): boolean {
  return organization.visibility !== 'private' || held !== null || actor.site_admin;
}
