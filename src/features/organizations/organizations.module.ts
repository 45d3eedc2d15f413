import { Module } from '@nestjs/common';
import { OrgMembersModule } from './org-members.data.module.js';
import { OrganizationsRepositoryModule } from './organizations.data.module.js';
import { UsersModule } from '../users/users.module.js';
import { CreateOrganization } from './create-organization.js';
import { GetOrganization } from './get-organization.js';
import { ListAdmins } from './list-admins.js';
import { ListMembers } from './list-members.js';
import { ListOrganizations } from './list-organizations.js';
import { OrganizationAccess } from './organization-access.js';
import { PutMember } from './put-member.js';
import { RemoveMember } from './remove-member.js';
import { UpdateOrganization } from './update-organization.js';

const useCases = [
  CreateOrganization,
  GetOrganization,
  ListAdmins,
  ListMembers,
  ListOrganizations,
  PutMember,
  RemoveMember,
  UpdateOrganization,
];

@Module({
  imports: [OrganizationsRepositoryModule, OrgMembersModule, UsersModule],
  providers: [...useCases, OrganizationAccess],
  exports: useCases,
})
export class OrganizationsModule {}
