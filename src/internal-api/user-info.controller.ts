import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { FindUserInfo, type UserInfo } from '../features/users/find-user-info.js';
import { BackendInternalApi, FailsWith } from './internal-api.decorator.js';
import { UserInfoDto } from './user-info.dto.js';

/** Answer of `POST /internal/user/info`. */
type UserInfoAnswer = {
  readonly success: boolean;
  readonly message: string;
  readonly user_found: boolean;
} & Partial<UserInfo>;

@Controller('internal/user')
@BackendInternalApi()
export class UserInfoController {
  constructor(private readonly find: FindUserInfo) {}

  @Post('info')
  @HttpCode(HttpStatus.OK)
  @FailsWith('Failed to get user info')
  async info(@Body() { discord_id }: UserInfoDto): Promise<UserInfoAnswer> {
    const user = await this.find.execute(discord_id);
    if (user === null) return { success: false, message: 'User not found', user_found: false };
    return { success: true, message: 'User found', user_found: true, ...user };
  }
}
