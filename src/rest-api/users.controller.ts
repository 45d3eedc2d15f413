import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { GetProfile } from '../features/users/get-profile.js';
import { UpdateProfile } from '../features/users/update-profile.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { UpdateUserDto } from './users.dto.js';
import { toUserView, UserView } from './users.dto.js';

@ApiTags('users')
@SignedIn()
@Controller('api/v1/users')
export class UsersController {
  constructor(
    private readonly getProfile: GetProfile,
    private readonly updateProfile: UpdateProfile,
  ) {}

  /** Shows your profile. */
  @Get('me')
  async me(@CurrentActor() actor: Actor): Promise<UserView> {
    return toUserView(await this.getProfile.execute(actor));
  }

  /** Changes your profile. */
  @Patch('me')
  async update(@CurrentActor() actor: Actor, @Body() changes: UpdateUserDto): Promise<UserView> {
    return toUserView(await this.updateProfile.execute(actor, changes));
  }
}
