import { IsDate, IsIn, IsString, IsUUID } from 'class-validator';
import { MEMBER_ROLES, type MemberRole } from '../../features/organizations/rules/organization.js';
import type { MemberRow } from '../../features/organizations/member-row.js';
import { Snowflake } from '../validation/decorators.js';

/** A member of an organization, as REST shows them. */
export class MemberView implements MemberRow {
  @IsUUID() readonly user_id: string;
  @Snowflake() readonly discord_id: string;
  @IsString() readonly handle: string;
  @IsIn(MEMBER_ROLES) readonly role: MemberRole;
  @IsDate() readonly joined_at: Date;
}
