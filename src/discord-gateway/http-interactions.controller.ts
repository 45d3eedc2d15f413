import {
  Controller,
  Headers,
  HttpStatus,
  Post,
  type RawBodyRequest,
  Req,
  Res,
  SetMetadata,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiAcceptedResponse, ApiOkResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { once } from 'node:events';
import { ACCESS, type Access } from '../common/access.js';
import { HttpInteractions } from './http-interactions.js';

/** The form of Discord's interaction responses, as far as this API describes it. */
const ANSWER = { type: 'object', properties: { type: { type: 'integer', example: 1 } }, required: ['type'] };

/** The address that an application of Discord may name as its interactions endpoint. */
@ApiTags('discord events')
@Controller('api/v1/discord/events/interactions')
export class HttpInteractionsController {
  constructor(private readonly interactions: HttpInteractions) {}

  /**
   * Takes in an interaction of Discord and answers it.
   * @remarks Signed by Discord over the timestamp and the raw body; an interaction counts once. A PING is answered by a PONG,
   * what cannot be answered within 2.5 seconds by 202.
   */
  @Post()
  @SetMetadata(ACCESS, 'public' satisfies Access)
  // Discord sends everybody's clicks from few addresses.
  @RouteConfig({ keepsBytes: true, rateLimit: false })
  @ApiSecurity('discord_signature')
  @ApiOkResponse({ schema: ANSWER, description: "An interaction response in Discord's own form." })
  @ApiAcceptedResponse({ schema: ANSWER, description: 'The answer follows by the interaction’s callback.' })
  async take(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('x-signature-ed25519') signature = '',
    @Headers('x-signature-timestamp') timestamp = '',
  ): Promise<object | undefined> {
    await this.interactions.requireSigned(request.rawBody ?? Buffer.alloc(0), signature, timestamp);
    const interaction = request.body as APIInteraction | { readonly type: InteractionType.Ping };
    void reply.code(HttpStatus.OK);
    if (interaction.type === InteractionType.Ping) return { type: InteractionResponseType.Pong };
    const answer = await this.interactions.handle(interaction, once(reply.raw, 'close'));
    if (answer !== null) return answer;
    void reply.code(HttpStatus.ACCEPTED);
    return undefined;
  }
}
