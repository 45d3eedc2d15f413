import { Injectable } from '@nestjs/common';
import { UsersRepository } from './users.repository.js';
import type { User } from './rules/user.js';

/** What the bot may know of a member (contract.md §2). */
export type UserInfo = Pick<User, 'discord_id' | 'email' | 'email_verified' | 'created_at' | 'updated_at'>;

/** Looks up what the website knows of a Discord user. */
@Injectable()
export class FindUserInfo {
  constructor(private readonly users: UsersRepository) {}

  /** `null` when the website does not know them. */
  async execute(discordId: string): Promise<UserInfo | null> {
    const user = await this.users.findByDiscordId(discordId);
    if (user === null) return null;
    const { discord_id, email, email_verified, created_at, updated_at } = user;
    return { discord_id, email, email_verified, created_at, updated_at };
  }
}
