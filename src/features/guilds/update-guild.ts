import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { Guild } from './rules/guild.js';
import { JobQueue } from '../../queue/job-queue.js';
import { type GuildChanges, GuildsRepository } from './guilds.repository.js';
import { GuildAccess } from './guild-access.js';

/** Changes how a registered server is served. For admins of its organization. */
@Injectable()
export class UpdateGuild {
  constructor(
    private readonly access: GuildAccess,
    private readonly guilds: GuildsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws not_found when the actor may not know of it
   * @throws forbidden when the actor is not an admin of its organization
   */
  async execute(actor: Actor, guildId: string, changes: GuildChanges): Promise<Guild> {
    await this.access.load(actor, guildId);
    const guild = await this.guilds.update(guildId, changes);
    if (guild === null) throw notFound('guild');
    await this.jobs.guildChanged(guildId);
    return guild;
  }
}
