import type { OrgMember } from './rules/organization.js';
import type { User } from '../users/rules/user.js';

/** A member as the organization's lists show them. */
export interface MemberRow extends Pick<OrgMember, 'user_id' | 'role' | 'joined_at'> {
  readonly discord_id: string;
  readonly handle: string;
}

/** Joins a membership and its user. */
export function memberRow({ user_id, role, joined_at }: OrgMember, { discord_id, handle }: User): MemberRow {
  return { user_id, discord_id, handle, role, joined_at };
}
