import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { Guild } from './rules/guild.js';
import { JobQueue } from '../../queue/job-queue.js';
import { type GuildChanges, GuildsRepository } from './guilds.repository.js';
import { GuildAccess } from './guild-access.js';
import { givenChannels } from './rules/discord-server.js';
import { ServerChecks } from './server-checks.js';

/** Changes how a registered server is served. For admins of its organization. */
@Injectable()
export class UpdateGuild {
  constructor(
    private readonly access: GuildAccess,
    private readonly checks: ServerChecks,
    private readonly guilds: GuildsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws not_found when the actor may not know of it
   * @throws forbidden when the actor is not an admin of its organization
   * @throws invalid for a wrong owner, and channels that cannot do their job
   * @throws DiscordFailure when Discord has to be asked and cannot
   */
  async execute(actor: Actor, guildId: string, changes: GuildChanges): Promise<Guild> {
    await this.access.load(actor, guildId);
    if (changes.owner_id !== undefined || givenChannels(changes).length > 0) {
      await this.checks.requireSettings(await this.checks.load(guildId), changes);
    }
    const guild = await this.guilds.update(guildId, changes);
    if (guild === null) throw notFound('guild');
    await this.jobs.guildChanged(guildId);
    return guild;
  }
}
