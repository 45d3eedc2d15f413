import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import type { User } from '../features/users/rules/user.js';
import { UsersService } from '../features/users/users.service.js';
import { BackendInternalApi, FailsWith } from './internal-api.decorator.js';
import { Snowflake } from './validation.js';

/** Body of `POST /internal/user/info`. */
class UserInfoDto {
  @Snowflake()
  readonly discord_id: string;
}

/** What the bot may know of a member. */
type UserInfo = Pick<User, 'discord_id' | 'email' | 'email_verified' | 'created_at' | 'updated_at'>;

/** Answer of `POST /internal/user/info`. */
type UserInfoAnswer = {
  readonly success: boolean;
  readonly message: string;
  readonly user_found: boolean;
} & Partial<UserInfo>;

@Controller('internal/user')
@BackendInternalApi()
export class UserInfoController {
  constructor(private readonly users: UsersService) {}

  @Post('info')
  @HttpCode(HttpStatus.OK)
  @FailsWith('Failed to get user info')
  async info(@Body() { discord_id }: UserInfoDto): Promise<UserInfoAnswer> {
    const user = await this.users.findByDiscordId(discord_id);
    if (user === null) return { success: false, message: 'User not found', user_found: false };
    return { success: true, message: 'User found', user_found: true, ...userInfo(user) };
  }
}

function userInfo({ discord_id, email, email_verified, created_at, updated_at }: User): UserInfo {
  return { discord_id, email, email_verified, created_at, updated_at };
}
