import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor.js';
import { GetProfile } from '../../features/users/get-profile.js';
import { UpdateProfile } from '../../features/users/update-profile.js';
import { CurrentActor, SignedIn } from '../auth/access.decorators.js';
import { Answers } from '../openapi/answers.js';
import { UpdateUserDto } from './update-user.dto.js';
import { toUserView, UserView } from './user.view.js';

@ApiTags('users')
@SignedIn()
@Controller('api/v1/users')
export class UsersController {
  constructor(
    private readonly getProfile: GetProfile,
    private readonly updateProfile: UpdateProfile,
  ) {}

  @Get('me')
  @Answers(UserView)
  async me(@CurrentActor() actor: Actor): Promise<UserView> {
    return toUserView(await this.getProfile.execute(actor));
  }

  @Patch('me')
  @Answers(UserView)
  async update(@CurrentActor() actor: Actor, @Body() changes: UpdateUserDto): Promise<UserView> {
    return toUserView(await this.updateProfile.execute(actor, changes));
  }
}
