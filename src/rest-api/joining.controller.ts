import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { InvitesService } from '../features/organizations/invites.service.js';
import { JoinRequestsService } from '../features/organizations/join-requests.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import {
  CreateInviteDto,
  CreateJoinRequestDto,
  InvitationView,
  InviteView,
  JoinedView,
  JoinRequestsQueryDto,
  JoinRequestView,
} from './joining.dto.js';
import { AnswersPage } from './openapi/answers.js';
import { uuidOf } from './validation/path-id.js';

/** How people join an organization: by invite or by request. */
@ApiTags('organizations')
@SignedIn('organizations')
@Controller('api/v1')
export class JoiningController {
  constructor(
    private readonly invites: InvitesService,
    private readonly requests: JoinRequestsService,
  ) {}

  /** Makes a link by which people join an organization. */
  @Post('organizations/:id/invites')
  createInvite(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Body() body: CreateInviteDto,
  ): Promise<InviteView> {
    return this.invites.create(actor, id, body);
  }

  /** Lists the invites of an organization that still are good. */
  @Get('organizations/:id/invites')
  @AnswersPage(InviteView)
  async listInvites(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
  ): Promise<Page<InviteView>> {
    return { items: await this.invites.list(actor, id), next_cursor: null };
  }

  /** Revokes an invite. */
  @Delete('organizations/:id/invites/:invite_id')
  @HttpCode(HttpStatus.NO_CONTENT)
  revokeInvite(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Param('invite_id', uuidOf('invite')) inviteId: string,
  ): Promise<void> {
    return this.invites.revoke(actor, id, inviteId);
  }

  /** Shows what an invite leads to. */
  @Get('invites/:code')
  readInvite(@Param('code') code: string): Promise<InvitationView> {
    return this.invites.read(code);
  }

  /** Joins an organization by an invite. */
  @Post('invites/:code/accept')
  @HttpCode(HttpStatus.OK)
  acceptInvite(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<JoinedView> {
    return this.invites.accept(actor, code);
  }

  /** Asks to join an organization. */
  @Post('organizations/:id/join-requests')
  requestToJoin(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Body() { message }: CreateJoinRequestDto,
  ): Promise<JoinRequestView> {
    return this.requests.create(actor, id, message ?? null);
  }

  /** Lists who asks to join an organization. */
  @Get('organizations/:id/join-requests')
  @AnswersPage(JoinRequestView)
  listRequests(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Query() query: JoinRequestsQueryDto,
  ): Promise<Page<JoinRequestView>> {
    return this.requests.list(actor, id, query);
  }

  /** Takes your own request to join back. */
  @Delete('organizations/:id/join-requests/me')
  @HttpCode(HttpStatus.NO_CONTENT)
  withdrawRequest(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
  ): Promise<void> {
    return this.requests.withdraw(actor, id);
  }

  /** Takes in somebody who asked to join. */
  @Post('organizations/:id/join-requests/:request_id/accept')
  @HttpCode(HttpStatus.OK)
  acceptRequest(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Param('request_id', uuidOf('join_request')) requestId: string,
  ): Promise<JoinRequestView> {
    return this.requests.decide(actor, id, requestId, 'accept');
  }

  /** Turns down somebody who asked to join. */
  @Post('organizations/:id/join-requests/:request_id/decline')
  @HttpCode(HttpStatus.OK)
  declineRequest(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Param('request_id', uuidOf('join_request')) requestId: string,
  ): Promise<JoinRequestView> {
    return this.requests.decide(actor, id, requestId, 'decline');
  }
}
