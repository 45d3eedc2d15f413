import { Injectable } from '@nestjs/common';
import type { User } from '../users/rules/user.js';
import { UsersRepository } from '../users/users.repository.js';
import { OrgMembersRepository } from './org-members.repository.js';

/** Who administers an organization. */
@Injectable()
export class ListAdmins {
  constructor(
    private readonly members: OrgMembersRepository,
    private readonly users: UsersRepository,
  ) {}

  /** At most `limit` of them, in no particular order. */
  async execute(orgId: string, limit: number): Promise<User[]> {
    return this.users.findByIds(await this.members.listAdminIds(orgId, limit));
  }
}
