import { Controller, Delete, Get, HttpCode, HttpStatus, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { SessionsService } from '../features/sessions/sessions.service.js';
import { Audited } from './audited.js';
import { CurrentActor, CurrentSessionId, SignedIn } from './auth/access.decorators.js';
import { Cookies } from './auth/cookies.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { SessionView, toSessionView } from './sessions.dto.js';
import { uuidOf } from './validation/path-id.js';

@ApiTags('sign-in')
@SignedIn(null)
@Controller('api/v1/users/me/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
  ) {}

  /** Lists the browsers in which you are signed in, newest first. */
  @Get()
  @AnswersPage(SessionView)
  async list(
    @CurrentActor() actor: Actor,
    @CurrentSessionId() currentId: string | null,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<SessionView>> {
    const page = await this.sessions.list(actor, limit, cursor ?? null);
    return { ...page, items: page.items.map((session) => toSessionView(session, currentId)) };
  }

  /** Signs you out of every browser, this one included. */
  @Delete()
  @Audited('session.ended')
  @HttpCode(HttpStatus.NO_CONTENT)
  async endAll(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(actor);
    if (this.cookies.read('session', request) !== null) this.cookies.clear('session', request, reply);
  }

  /** Signs you out of one browser. */
  @Delete(':id')
  @Audited('session.ended')
  @HttpCode(HttpStatus.NO_CONTENT)
  end(@CurrentActor() actor: Actor, @Param('id', uuidOf('session')) id: string): Promise<void> {
    return this.sessions.end(actor, id);
  }
}
