import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { SignupsService } from '../features/events/signups.service.js';
import { PrivacyService } from '../features/privacy/privacy.service.js';
import { UsersService } from '../features/users/users.service.js';
import { CurrentActor, NotByPersonalToken, SignedIn } from './auth/access.decorators.js';
import { toEventView } from './event-mapping.js';
import { AnswersPage } from './openapi/answers.js';
import { OwnSignupsQuery, OwnSignupView } from './signups.dto.js';
import { toUserView, UpdateUserDto, UserView } from './users.dto.js';

@ApiTags('users')
@SignedIn('profile')
@Controller('api/v1/users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly privacy: PrivacyService,
    private readonly signups: SignupsService,
  ) {}

  /** Shows your profile. */
  @Get('me')
  async me(@CurrentActor() actor: Actor): Promise<UserView> {
    return toUserView(await this.users.require(actor.user_id));
  }

  /** Changes your profile. */
  @Patch('me')
  async update(@CurrentActor() actor: Actor, @Body() changes: UpdateUserDto): Promise<UserView> {
    return toUserView(await this.users.changeProfile(actor, changes));
  }

  /** Lists the events that you have answered, with your place in them. */
  @Get('me/signups')
  @SignedIn('signups')
  @AnswersPage(OwnSignupView)
  async listSignups(
    @CurrentActor() actor: Actor,
    @Query() { period, ...query }: OwnSignupsQuery,
  ): Promise<Page<OwnSignupView>> {
    const page = await this.signups.listOwnOf(actor, period, query);
    const items = page.items.map(({ event, ...own }) => ({ event: toEventView(event), ...own }));
    return { ...page, items };
  }

  /** Shows everything that is held about you. */
  @Get('me/export')
  @NotByPersonalToken()
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  export(@CurrentActor() actor: Actor): Promise<Record<string, unknown>> {
    return this.privacy.export(actor);
  }

  /**
   * Erases your account and what is held about you.
   * @remarks Seats that you had go to those who wait. Give organizations that you own to other members first.
   */
  @Delete('me')
  @NotByPersonalToken()
  @HttpCode(HttpStatus.NO_CONTENT)
  erase(@CurrentActor() actor: Actor): Promise<void> {
    return this.privacy.erase(actor);
  }
}
