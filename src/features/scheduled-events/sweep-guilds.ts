import { Injectable } from '@nestjs/common';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { MirrorGuild } from './mirror-guild.js';

const BATCH = 100;

/** Follows the changes of servers' registrations whose trigger was lost. */
@Injectable()
export class SweepGuilds {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly mirrorGuild: MirrorGuild,
  ) {}

  async execute(): Promise<void> {
    for (const { guild } of await this.guilds.listDirty(BATCH))
      await this.mirrorGuild.execute(guild.guild_id);
  }
}
