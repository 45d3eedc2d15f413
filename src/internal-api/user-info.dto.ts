import { Snowflake } from './validation.js';

/** Body of `POST /internal/user/info`. */
export class UserInfoDto {
  @Snowflake()
  readonly discord_id: string;
}
