import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import { conflict } from '../../common/errors.js';
import { ListSignups } from '../../features/events/list-signups.js';
import { SignUp } from '../../features/events/sign-up.js';
import { UpdateSignup } from '../../features/events/update-signup.js';
import { Withdraw } from '../../features/events/withdraw.js';
import { CurrentActor, SignedIn } from '../auth/access.decorators.js';
import { Answers, AnswersCreated, AnswersPage } from '../openapi/answers.js';
import { PageQuery } from '../paging/page.query.js';
import { uuidOf } from '../validation/path-id.js';
import { SignupDto } from './signup.dto.js';
import { SignupView, toSignupView } from './signup.view.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));

@ApiTags('signups')
@SignedIn()
@Controller('api/v1/events/:id/signups')
export class SignupsController {
  constructor(
    private readonly signUp: SignUp,
    private readonly listSignups: ListSignups,
    private readonly updateSignup: UpdateSignup,
    private readonly withdraw: Withdraw,
  ) {}

  @Post()
  @AnswersCreated(SignupView)
  async create(
    @CurrentActor() actor: Actor,
    @EventId() event_id: string,
    @Body() { role_id = null, notes = null, ship_model = null }: SignupDto,
  ): Promise<SignupView> {
    const input = { event_id, role_id, notes, ship_model, source: 'web' } as const;
    const { outcome, signup } = await this.signUp.execute(actor, input);
    if (outcome === 'already')
      throw conflict('already_signed_up', 'You are signed up for this event already.');
    return toSignupView(signup);
  }

  /** Those with a seat as they signed up, then those who wait in their order. */
  @Get()
  @AnswersPage(SignupView)
  async list(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<SignupView>> {
    const page = await this.listSignups.execute(actor, id, query);
    return { ...page, items: page.items.map(toSignupView) };
  }

  @Patch('me')
  @Answers(SignupView)
  async update(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() changes: SignupDto,
  ): Promise<SignupView> {
    return toSignupView((await this.updateSignup.execute(actor, id, changes)).signup);
  }

  /** Answers with the signup, withdrawn. */
  @Delete('me')
  @HttpCode(HttpStatus.OK)
  @Answers(SignupView)
  async remove(@CurrentActor() actor: Actor, @EventId() id: string): Promise<SignupView> {
    return toSignupView((await this.withdraw.execute(actor, id)).signup);
  }
}
