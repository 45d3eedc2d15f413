import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { UsersModule } from '../users/users.module.js';
import { InvitesRepository } from './invites.repository.js';
import { InvitesService } from './invites.service.js';
import { JoinRequestNotices } from './join-request-notices.js';
import { JoinRequestsRepository } from './join-requests.repository.js';
import { JoinRequestsService } from './join-requests.service.js';
import { INVITE_MODEL, inviteSchema, JOIN_REQUEST_MODEL, joinRequestSchema } from './joining.schema.js';
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
      { name: INVITE_MODEL, schema: inviteSchema },
      { name: JOIN_REQUEST_MODEL, schema: joinRequestSchema },
    ]),
    AuditModule,
    DiscordApiModule,
    QueueModule,
    UsersModule,
  ],
  providers: [
    InvitesRepository,
    InvitesService,
    JoinRequestNotices,
    JoinRequestsRepository,
    JoinRequestsService,
    OrganizationsRepository,
    OrganizationsService,
    OrgMembersRepository,
    OrgMembersService,
  ],
  exports: [InvitesService, JoinRequestsService, OrganizationsService, OrgMembersService],
})
export class OrganizationsModule {}
