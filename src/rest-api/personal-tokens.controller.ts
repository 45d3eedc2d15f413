import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { PersonalTokensService } from '../features/sessions/personal-tokens.service.js';
import { Audited } from './audited.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import {
  CreatePersonalTokenDto,
  NewPersonalTokenView,
  PersonalTokenView,
  toNewPersonalTokenView,
  toPersonalTokenView,
  toTokenWish,
} from './personal-tokens.dto.js';
import { uuidOf } from './validation/path-id.js';

@ApiTags('sign-in')
@SignedIn(null)
@Controller('api/v1/users/me/tokens')
export class PersonalTokensController {
  constructor(private readonly tokens: PersonalTokensService) {}

  /**
   * Makes a token by which a program acts for you.
   * @remarks The only answer with the token itself.
   */
  @Post()
  @Audited('token.created')
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreatePersonalTokenDto,
  ): Promise<NewPersonalTokenView> {
    return toNewPersonalTokenView(await this.tokens.create(actor, toTokenWish(body)));
  }

  /** Lists your tokens, newest first. */
  @Get()
  @AnswersPage(PersonalTokenView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<PersonalTokenView>> {
    const page = await this.tokens.list(actor, limit, cursor ?? null);
    return { ...page, items: page.items.map(toPersonalTokenView) };
  }

  /** Revokes a token at once. */
  @Delete(':id')
  @Audited('token.revoked')
  @HttpCode(HttpStatus.NO_CONTENT)
  revoke(@CurrentActor() actor: Actor, @Param('id', uuidOf('token')) id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
