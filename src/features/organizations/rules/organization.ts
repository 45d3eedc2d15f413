import type { Ship } from './known-ships.js';

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
  /** Whether seats in events to come are freed of people who left all of the event's servers. */
  readonly free_seats_of_leavers: boolean;
  readonly owner_id: string;
  /** Ships that its members fly beside those that VerseLink knows. */
  readonly ships: readonly Ship[];
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** How long an organization's name is. */
export const ORGANIZATION_NAME = { min: 3, max: 100 } as const;

/** A tag as people write it, and the letters that it has. */
export const ORGANIZATION_TAG = /^[A-Za-z0-9]{2,10}$/;
export const TAG_LENGTH = { min: 2, max: 10 } as const;

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
  /** The Discord roles that make a plain member staff; none for staff whom a person made. */
  readonly staff_by?: readonly string[];
}

/** What Discord roles make of somebody. */
export interface RoleGrants {
  readonly granted_by: readonly string[];
  readonly staff_by: readonly string[];
}
