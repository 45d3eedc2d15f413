import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { Guild } from './rules/guild.js';
import { GuildAccess } from './guild-access.js';

/** One registered server. For admins of its organization. */
@Injectable()
export class GetGuild {
  constructor(private readonly access: GuildAccess) {}

  /**
   * @throws not_found when the actor may not know of it
   * @throws forbidden when the actor is not an admin of its organization
   */
  async execute(actor: Actor, guildId: string): Promise<Guild> {
    return this.access.load(actor, guildId);
  }
}
