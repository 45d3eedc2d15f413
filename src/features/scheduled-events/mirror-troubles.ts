import { Injectable, Logger } from '@nestjs/common';
import type { DiscordFailure } from '../../common/discord-failure.js';
import type { Event } from '../events/rules/event.js';
import { OrganizerNotices } from '../guilds/organizer-notices.js';
import type { Guild } from '../guilds/rules/guild.js';
import type { ServerFault } from '../guilds/rules/server-fault.js';
import { ServerFaultsService } from '../guilds/server-faults.service.js';
import { MirrorHistory } from './mirror-history.js';
import type { MirrorTurn } from './mirror-turn.js';
import { faultOf } from './rules/fault.js';
import type { Mirror, MirrorPart } from './rules/mirror.js';

/** What an organizer has to know of a mirror: what Discord refuses, and what people removed. */
@Injectable()
export class MirrorTroubles {
  private readonly logger = new Logger('Notices');

  constructor(
    private readonly faults: ServerFaultsService,
    private readonly notices: OrganizerNotices,
    private readonly history: MirrorHistory,
  ) {}

  /** What is known to be refused on a server, so that it need not be asked for. */
  async knownOn(guildId: string): Promise<ServerFault[]> {
    return (await this.faults.openOn(guildId)).filter(({ explained }) => explained);
  }

  /** Everything of a mirror was taken. */
  async succeeded(guild: Guild): Promise<void> {
    await this.faults.succeeded(guild, ['scheduled_events', 'signup_messages']);
  }

  /** Notes a refusal that a person on the server can mend. @param channelId the signup message's */
  async refused(
    guild: Guild,
    part: MirrorPart,
    failure: DiscordFailure,
    channelId: string | null,
  ): Promise<void> {
    const fault = faultOf(part, failure, channelId);
    if (fault !== null) await this.faults.report(guild, { ...fault, guild_id: guild.guild_id });
  }

  /** Notes what a turn on a mirror has shown and was refused, and tells what people removed by hand since it began. */
  async ended(
    guild: Guild,
    event: Event,
    before: Mirror,
    turn: MirrorTurn,
    failures: readonly DiscordFailure[],
  ): Promise<void> {
    await this.history.note(guild, event, before, turn, failures);
    const after = turn.mirror;
    for (const part of after.detached.filter((one) => !before.detached.includes(one))) {
      const key = `${after.id}/${part}/${after.updated_at.toISOString()}`;
      try {
        await this.notices.tell(guild, key, ({ removed }) => removed[part](guild.guild_name, event.title));
      } catch (error) {
        this.logger.warn({ err: error, guild_id: guild.guild_id }, 'An organizer could not be told');
      }
    }
  }
}
