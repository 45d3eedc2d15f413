import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { OrgMembersService } from '../features/organizations/org-members.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { MemberView, PutMemberDto } from './organizations.dto.js';
import { PageQuery } from './paging/page.dto.js';
import { uuidOf } from './validation/path-id.js';

@ApiTags('organizations')
@SignedIn('organizations')
@Controller('api/v1/organizations/:id/members')
export class MembersController {
  constructor(private readonly members: OrgMembersService) {}

  /** Lists the members of an organization. */
  @Get()
  @AnswersPage(MemberView)
  list(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<MemberView>> {
    return this.members.list(actor, id, query);
  }

  /**
   * Gives somebody a role in an organization.
   * @remarks 201 for a new member, 200 for one who had a role already.
   */
  @Put(':user_id')
  @ApiOkResponse({ type: MemberView })
  @ApiCreatedResponse({ type: MemberView })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Param('user_id', uuidOf('user')) userId: string,
    @Body() body: PutMemberDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MemberView> {
    const { member, created } = await this.members.put(actor, id, userId, body.role);
    void reply.code(created ? 201 : 200);
    return member;
  }

  /** Removes a member from an organization. */
  @Delete(':user_id')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Param('user_id', uuidOf('member')) userId: string,
  ): Promise<void> {
    return this.members.remove(actor, id, userId);
  }
}
