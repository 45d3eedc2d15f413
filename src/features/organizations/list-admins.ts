import { Injectable } from '@nestjs/common';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { OrgMembersRepository } from './org-members.repository.js';

/** Who administers an organization. */
@Injectable()
export class ListAdmins {
  constructor(
    private readonly members: OrgMembersRepository,
    private readonly users: UsersService,
  ) {}

  /** At most `limit` of them, in no particular order. */
  async execute(orgId: string, limit: number): Promise<User[]> {
    const admins = await this.users.findAll(await this.members.listAdminIds(orgId, limit));
    return [...admins.values()];
  }
}
