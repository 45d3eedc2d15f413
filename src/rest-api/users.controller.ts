import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { UsersService } from '../features/users/users.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { toUserView, UpdateUserDto, UserView } from './users.dto.js';

@ApiTags('users')
@SignedIn('profile')
@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

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
}
