import { Injectable } from '@nestjs/common';
import type { BaseInteraction } from 'discord.js';
import type { Actor } from '../common/actor.js';
import { UsersService } from '../features/users/users.service.js';

/** Who uses Discord, as VerseLink's actor; a first click makes the account. */
@Injectable()
export class Members {
  constructor(private readonly users: UsersService) {}

  async actorOf({
    user,
    locale,
    guildId,
    member,
  }: BaseInteraction & { readonly locale: string }): Promise<Actor> {
    const account = await this.users.accountOf({
      discord_id: user.id,
      handle: user.globalName ?? user.username,
      discord_locale: locale,
      guild_id: guildId,
    });
    const actor = { user_id: account.id, site_admin: account.site_admin };
    return guildId === null || member === null
      ? actor
      : { ...actor, on_discord: { guild_id: guildId, role_ids: roleIdsOf(member, guildId) } };
  }
}

/** The roles that Discord says a member holds, and the server's own, which everybody there holds. */
function roleIdsOf({ roles }: NonNullable<BaseInteraction['member']>, guildId: string): string[] {
  const held = Array.isArray(roles) ? roles : [...roles.cache.keys()];
  return [...new Set([guildId, ...held])];
}
