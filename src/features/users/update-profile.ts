import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { User } from './rules/user.js';
import { type UserChanges, UsersRepository } from './users.repository.js';

/** Changes the actor's own profile. */
@Injectable()
export class UpdateProfile {
  constructor(private readonly users: UsersRepository) {}

  /** @throws not_found when the account was removed a moment ago; conflict `handle_taken` */
  async execute(actor: Actor, changes: UserChanges): Promise<User> {
    const user = await this.users.update(actor.user_id, changes);
    if (user === null) throw notFound('user');
    return user;
  }
}
