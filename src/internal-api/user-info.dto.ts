import { Snowflake } from './validation.js';

/** Body of `POST /internal/user/info` (contract.md §2). */
export class UserInfoDto {
  @Snowflake()
  readonly discord_id: string;
}
