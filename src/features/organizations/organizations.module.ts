import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { UsersModule } from '../users/users.module.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { OrgMembersService } from './org-members.service.js';
import { OrganizationsRepository } from './organizations.repository.js';
import {
  ORG_MEMBER_MODEL,
  ORGANIZATION_MODEL,
  organizationSchema,
  orgMemberSchema,
} from './organizations.schema.js';
import { OrganizationsService } from './organizations.service.js';

/** Organizations and who belongs to them. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: ORGANIZATION_MODEL, schema: organizationSchema },
      { name: ORG_MEMBER_MODEL, schema: orgMemberSchema },
    ]),
    UsersModule,
  ],
  providers: [OrganizationsRepository, OrganizationsService, OrgMembersRepository, OrgMembersService],
  exports: [OrganizationsService, OrgMembersService],
})
export class OrganizationsModule {}
