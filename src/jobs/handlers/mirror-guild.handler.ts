import { Injectable } from '@nestjs/common';
import { MirrorGuild } from '../../features/scheduled-events/mirror-guild.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class MirrorGuildHandler extends TriggerHandler<'mirror_guild'> {
  readonly name = 'mirror_guild';

  constructor(private readonly mirrorGuild: MirrorGuild) {
    super();
  }

  async handle({ guild_id }: { readonly guild_id: string }): Promise<void> {
    await this.mirrorGuild.execute(guild_id);
  }
}
