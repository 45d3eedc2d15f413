import { Injectable } from '@nestjs/common';
import type { User } from './rules/user.js';
import { type DiscordIdentity, UsersRepository } from './users.repository.js';

/** The VerseLink user of a person on Discord: their first click makes the account. */
@Injectable()
export class FindOrCreateByDiscord {
  constructor(private readonly users: UsersRepository) {}

  /** Any number of calls at once make one user. */
  async execute(identity: DiscordIdentity): Promise<User> {
    return this.users.findOrCreateByDiscordId(identity);
  }
}
