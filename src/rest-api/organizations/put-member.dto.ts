import { IsIn } from 'class-validator';
import { MEMBER_ROLES, type MemberRole } from '../../features/organizations/rules/organization.js';

/** Body of `PUT /organizations/{id}/members/{user_id}`. */
export class PutMemberDto {
  /** @example "staff" */
  @IsIn(MEMBER_ROLES)
  readonly role: MemberRole;
}
