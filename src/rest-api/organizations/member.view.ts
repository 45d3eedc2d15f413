import type { MemberRole } from '../../features/organizations/rules/organization.js';
import type { MemberRow } from '../../features/organizations/member-row.js';
import { DiscordId, Uuid } from '../openapi/formats.js';

/** A member of an organization, as REST shows them. */
export class MemberView implements MemberRow {
  @Uuid() readonly user_id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
  readonly role: MemberRole;
  readonly joined_at: Date;
}
