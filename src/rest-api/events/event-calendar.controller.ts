import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../domain/actor.js';
import { Authenticate } from '../../features/accounts/authenticate.js';
import { ExportEvent } from '../../features/events/export-event.js';
import { Public, SignedIn } from '../auth/access.decorators.js';
import { uuidOf } from '../validation/path-id.js';

@ApiTags('events')
@Public()
@Controller('api/v1/events/:id/ics')
export class EventCalendarController {
  constructor(
    private readonly exportEvent: ExportEvent,
    private readonly authenticate: Authenticate,
  ) {}

  /** A calendar file (RFC 5545). Public and unlisted events need no token; private ones need a member's, drafts the staff's. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async ics(
    @Param('id', uuidOf('event')) id: string,
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { file_name, content } = await this.exportEvent.execute(await this.actor(authorization), id);
    void reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file_name}"`);
    return content;
  }

  /** Who asks; `null` without a token. A calendar program's own credentials, of another scheme, are no token of ours. */
  private async actor(authorization: string | undefined): Promise<Actor | null> {
    const token = /^Bearer +([^\s]+) *$/i.exec(authorization ?? '')?.[1];
    return token === undefined ? null : this.authenticate.execute(token);
  }
}
