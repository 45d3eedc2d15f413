import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { JobQueue } from '../../queue/job-queue.js';
import { GuildsRepository } from './guilds.repository.js';
import { GuildAccess } from './guild-access.js';

/** Takes a server out; what it shows of events goes away soon after. For admins of its organization. */
@Injectable()
export class RemoveGuild {
  constructor(
    private readonly access: GuildAccess,
    private readonly guilds: GuildsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws not_found when the actor may not know of it
   * @throws forbidden when the actor is not an admin of its organization
   */
  async execute(actor: Actor, guildId: string): Promise<void> {
    await this.access.load(actor, guildId);
    if (!(await this.guilds.remove(guildId))) throw notFound('guild');
    await this.jobs.guildChanged(guildId);
  }
}
