import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { OrgMembersRepository } from './org-members.repository.js';
import { ORG_MEMBER_MODEL, orgMemberSchema } from './org-members.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: ORG_MEMBER_MODEL, schema: orgMemberSchema }])],
  providers: [OrgMembersRepository],
  exports: [OrgMembersRepository],
})
export class OrgMembersModule {}
