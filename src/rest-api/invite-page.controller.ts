import { Controller, Get, Header, Headers, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { type Invitation, InvitesService } from '../features/organizations/invites.service.js';
import { localeFromDiscord, type Locale } from '../languages/languages.js';
import { Anyone, CurrentActorOrNull } from './auth/access.decorators.js';
import { INVITE_PAGE_CSP, invitePage, type InvitePageState } from './invite-page.js';

/** A page of HTML, and nothing that a browser could be led to do but what the page says. */
const Page = () => Header('content-type', 'text/html; charset=utf-8');

/** `/invites/CODE`, where an invitation link leads: a page for browsers, in French or English. */
@ApiExcludeController()
@Controller('invites')
@Anyone(null)
export class InvitePageController {
  constructor(private readonly invites: InvitesService) {}

  @Get(':code')
  @Page()
  @Header('content-security-policy', INVITE_PAGE_CSP)
  async show(
    @CurrentActorOrNull() actor: Actor | null,
    @Param('code') code: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const invitation = await this.find(code);
    if (invitation === null) return this.answer(reply, { kind: 'gone' }, languages);
    return this.answer(reply, { kind: 'open', code, invitation, signedIn: actor !== null }, languages);
  }

  /** The page's form, which only our own page can have sent. */
  @Post(':code')
  @HttpCode(HttpStatus.OK)
  @RouteConfig({ takesForms: true })
  @Page()
  @Header('content-security-policy', INVITE_PAGE_CSP)
  async accept(
    @CurrentActorOrNull() actor: Actor | null,
    @Param('code') code: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const invitation = await this.find(code);
    if (invitation === null) return this.answer(reply, { kind: 'gone' }, languages);
    if (actor === null)
      return this.answer(reply, { kind: 'open', code, invitation, signedIn: false }, languages);
    try {
      await this.invites.accept(actor, code);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      const reason = error.code === 'invite_used_up' ? 'usedUp' : 'full';
      return this.answer(reply, { kind: 'refused', invitation, reason }, languages);
    }
    return this.answer(reply, { kind: 'joined', invitation }, languages);
  }

  private answer(reply: FastifyReply, state: InvitePageState, languages: string | undefined): string {
    void reply.code(STATUS[state.kind]);
    return invitePage(state, localeOf(languages));
  }

  private async find(code: string): Promise<Invitation | null> {
    try {
      return await this.invites.read(code);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not_found') return null;
      throw error;
    }
  }
}

const STATUS = {
  open: HttpStatus.OK,
  joined: HttpStatus.OK,
  gone: HttpStatus.NOT_FOUND,
  refused: HttpStatus.CONFLICT,
} as const;

/** The first language that the browser asks for, if there is a catalogue of it. */
function localeOf(languages: string | undefined): Locale {
  return localeFromDiscord(languages?.split(',')[0]?.trim().toLowerCase());
}
