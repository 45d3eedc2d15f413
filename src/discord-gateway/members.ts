import { Injectable } from '@nestjs/common';
import type { BaseInteraction } from 'discord.js';
import type { Actor } from '../common/actor.js';
import { FindOrCreateByDiscord } from '../features/users/find-or-create-by-discord.js';

/** Who uses Discord, as VerseLink's actor; a first click makes the account. */
@Injectable()
export class Members {
  constructor(private readonly accounts: FindOrCreateByDiscord) {}

  async actorOf({ user, locale }: BaseInteraction & { readonly locale: string }): Promise<Actor> {
    const account = await this.accounts.execute({
      discord_id: user.id,
      handle: user.globalName ?? user.username,
      discord_locale: locale,
    });
    return { user_id: account.id, site_admin: account.site_admin };
  }
}
