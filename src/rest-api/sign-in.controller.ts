import { Controller, Get, HttpCode, HttpStatus, Post, Query, Req, Res } from '@nestjs/common';
import { ApiForbiddenResponse, ApiFoundResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { Config } from '../config/config.js';
import { AuthenticationService, SESSION_TOKEN_SECONDS } from '../features/sessions/authentication.service.js';
import { DEFAULT_RETURN_PATH } from '../features/sessions/rules/return-path.js';
import { SessionsService } from '../features/sessions/sessions.service.js';
import { SignInService } from '../features/sessions/sign-in.service.js';
import {
  Anyone,
  BySession,
  CurrentActor,
  CurrentActorOrNull,
  CurrentSessionId,
  Public,
} from './auth/access.decorators.js';
import { Cookies } from './auth/cookies.js';
import { ownAddress } from './auth/own-address.js';
import { SessionTokenView, SignInQuery } from './sign-in.dto.js';

const CALLBACK_PATH = '/api/v1/auth/discord/callback';

@ApiTags('sign-in')
@Controller('api/v1/auth')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly authentication: AuthenticationService,
    private readonly cookies: Cookies,
    private readonly config: Config,
  ) {}

  /** Sends the browser to Discord to sign in. */
  @Get('discord/login')
  @Public()
  @HttpCode(HttpStatus.FOUND)
  @ApiFoundResponse({ description: "To Discord's page." })
  async login(
    @Query() { return_to = DEFAULT_RETURN_PATH }: SignInQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const redirectUri = ownAddress(this.config, request) + CALLBACK_PATH;
    const { state, address } = await this.signIn.begin(redirectUri, return_to);
    this.cookies.write('sign_in', request, reply, state);
    void reply.header('location', address);
  }

  /** Signs the browser in that comes back from Discord, and sends it on. */
  @Get('discord/callback')
  @Public()
  @HttpCode(HttpStatus.FOUND)
  @ApiQuery({ name: 'code', required: false, type: String })
  @ApiQuery({ name: 'state', required: false, type: String })
  @ApiQuery({ name: 'error', required: false, type: String })
  @ApiFoundResponse({ description: 'To the page that the browser came from.' })
  @ApiForbiddenResponse({
    description: 'Another browser began this sign-in, or none did in the last ten minutes.',
  })
  async callback(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const own = ownAddress(this.config, request);
    const address = new URL(own + CALLBACK_PATH);
    address.search = request.url.split('?')[1] ?? '';
    const { returnPath, session } = await this.signIn.finish({
      address,
      state: this.cookies.read('sign_in', request),
      userAgent: request.headers['user-agent'] ?? null,
      formerSession: this.cookies.read('session', request),
    });
    this.cookies.clear('sign_in', request, reply);
    const page = new URL(own + returnPath);
    if (session === null) page.searchParams.set('sign_in', 'denied');
    else this.cookies.write('session', request, reply, session);
    void reply.header('location', page.href);
  }

  /** Gives the browser's session a bearer token of 15 minutes. */
  @Post('refresh')
  @BySession()
  @HttpCode(HttpStatus.OK)
  async refresh(
    @CurrentActor() { user_id }: Actor,
    @CurrentSessionId() sessionId: string,
  ): Promise<SessionTokenView> {
    const token = await this.authentication.issueForSession(user_id, sessionId);
    return { access_token: token, token_type: 'Bearer', expires_in: SESSION_TOKEN_SECONDS };
  }

  /** Ends the session, and its bearer tokens with it. */
  @Post('logout')
  @Anyone(null)
  @HttpCode(HttpStatus.NO_CONTENT)
  async logout(
    @CurrentActorOrNull() actor: Actor | null,
    @CurrentSessionId() sessionId: string | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (actor !== null && sessionId !== null) await this.sessions.end(actor, sessionId);
    // Only what the browser showed: another site's form brings no cookie, and must not take it away.
    if (this.cookies.read('session', request) !== null) this.cookies.clear('session', request, reply);
  }
}
