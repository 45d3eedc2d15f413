import { Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/actor.js';
import { notFound } from '../../domain/errors.js';
import type { User } from '../../domain/users/user.js';
import { type UserChanges, UsersRepository } from '../../repositories/users/users.repository.js';

/** Changes the actor's own profile. */
@Injectable()
export class UpdateProfile {
  constructor(private readonly users: UsersRepository) {}

  /** @throws not_found when the account was removed a moment ago */
  async execute(actor: Actor, changes: UserChanges): Promise<User> {
    const user = await this.users.update(actor.user_id, changes);
    if (user === null) throw notFound('user');
    return user;
  }
}
