import { Injectable } from '@nestjs/common';
import { MirrorFanOut } from '../../features/scheduled-events/mirror-fan-out.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class MirrorGuildHandler extends TriggerHandler<'mirror_guild'> {
  readonly name = 'mirror_guild';

  constructor(private readonly fanOut: MirrorFanOut) {
    super();
  }

  async handle({ guild_id }: { readonly guild_id: string }): Promise<void> {
    await this.fanOut.followGuild(guild_id);
  }
}
