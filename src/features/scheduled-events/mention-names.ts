import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { ChannelsApi } from '../../discord-api/channels.api.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { UsersService } from '../users/users.service.js';
import { mentionedIn, type NamedMention } from './rules/mentioned.js';

interface Known {
  readonly id: string;
  readonly name: string;
}

/** Finds the names of what a message names by ids alone, for pages that draw it. What is not known has none. */
@Injectable()
export class MentionNames {
  constructor(
    private readonly users: UsersService,
    private readonly members: MembersApi,
    private readonly channels: ChannelsApi,
  ) {}

  /** @param guildId the server that shows the message */
  async of(guildId: string, message: object): Promise<NamedMention[]> {
    const mentioned = mentionedIn(message);
    const [users, roles, channels] = await Promise.all([
      this.users.findByDiscordIds(mentioned.user),
      knownOf(mentioned.role, () => this.members.listRoles(guildId)),
      knownOf(mentioned.channel, () => this.channels.list(guildId)),
    ]);
    return [
      ...users.map(({ discord_id, handle }) => ({ kind: 'user' as const, id: discord_id, name: handle })),
      ...roles.map((role) => ({ kind: 'role' as const, ...role })),
      ...channels.map((channel) => ({ kind: 'channel' as const, ...channel })),
    ];
  }
}

/** Asks Discord only where something is named; one that does not answer knows nothing. */
async function knownOf(ids: readonly string[], load: () => Promise<readonly Known[]>): Promise<Known[]> {
  if (ids.length === 0) return [];
  try {
    const known = await load();
    return known.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
  } catch (error) {
    if (error instanceof DiscordFailure) return [];
    throw error;
  }
}
