import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { bearerToken } from '../common/access.js';
import type { Actor } from '../common/actor.js';
import type { AskedTopic } from '../common/live-topics.js';
import { LiveService } from '../features/live/live.service.js';
import { CurrentActor, CurrentSessionId, SignedIn } from './auth/access.decorators.js';
import { LiveQuery, NewsView } from './live.dto.js';

@ApiTags('live')
@SignedIn('events')
@Controller('api/v1/live')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /**
   * Tells what changes, as server-sent events.
   * @remarks Each message says that a topic has a new version, and nothing of what it is: read it again. The first messages say the
   * present versions. `event: gone` names a topic that you may not hear of any more, `event: refetch` asks to read everything again.
   */
  @Get()
  @ApiExtraModels(NewsView)
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { $ref: getSchemaPath(NewsView) } } } })
  @ApiConflictResponse({ description: '`too_many_streams`: you have ten connections open.' })
  async open(
    @CurrentActor() actor: Actor,
    @CurrentSessionId() sessionId: string | null,
    @Query() { topics }: LiveQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const token = bearerToken(request.headers.authorization);
    const asked = topics.split(',') as AskedTopic[];
    const stream = await this.live.open({ actor, sessionId, token }, asked);
    // Fastify reads the body of a HEAD request to its end, which this has none of.
    reply.raw.once('close', () => stream.destroy());
    void reply
      .header('content-type', 'text/event-stream')
      .header('x-accel-buffering', 'no')
      // A server that stops would wait for a connection that could be used again.
      .header('connection', 'close');
    return stream;
  }
}
