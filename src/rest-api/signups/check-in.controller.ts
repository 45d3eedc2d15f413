import { Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor.js';
import { SignupsService } from '../../features/events/signups.service.js';
import { CurrentActor, SignedIn } from '../auth/access.decorators.js';
import { uuidOf } from '../validation/path-id.js';
import { SignupView } from './signup.view.js';

@ApiTags('signups')
@SignedIn()
@Controller('api/v1/events/:id/checkin')
export class CheckInController {
  constructor(private readonly signups: SignupsService) {}

  /**
   * Checks you in.
   * @remarks From an hour before the start, and while the event runs; for someone who has a seat.
   */
  @Post()
  @HttpCode(HttpStatus.OK)
  async create(@CurrentActor() actor: Actor, @Param('id', uuidOf('event')) id: string): Promise<SignupView> {
    return this.signups.rowOf(await this.signups.checkIn(actor, id));
  }
}
