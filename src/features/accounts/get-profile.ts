import { Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/actor.js';
import { notFound } from '../../domain/errors.js';
import type { User } from '../../domain/users/user.js';
import { UsersRepository } from '../../repositories/users/users.repository.js';

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
