import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { User } from './rules/user.js';
import { UsersRepository } from './users.repository.js';

/** The actor's own profile. */
@Injectable()
export class GetProfile {
  constructor(private readonly users: UsersRepository) {}

  /** @throws not_found when the account was removed a moment ago */
  async execute(actor: Actor): Promise<User> {
    const user = await this.users.findById(actor.user_id);
    if (user === null) throw notFound('user');
    return user;
  }
}
