import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { ChannelsApi } from '../../discord-api/channels.api.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import { ServerPermissions } from '../guilds/server-permissions.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { UsersService } from '../users/users.service.js';
import type { EventOnServer } from './channel-mappings.repository.js';
import { overwritesOf, seatedIds, type Overwrite } from './rules/event-channels.js';

/** How many of an organization's staff are let into its events' channels. */
const STAFF = 100;

/** Who can enter the channels of an event. */
@Injectable()
export class ChannelAccess {
  constructor(
    private readonly permissions: ServerPermissions,
    private readonly members: OrgMembersService,
    private readonly users: UsersService,
    private readonly discord: ChannelsApi,
  ) {}

  /** @throws DiscordFailure when Discord does not say what the bot may do */
  async overwrites(
    { guild_id }: EventOnServer,
    event: EventWithRoster | null,
    isOver: boolean,
  ): Promise<Overwrite[]> {
    const held = await this.permissions.heldOn(guild_id);
    if (held === null) throw new DiscordFailure('wait', 'Discord does not say what the bot may do.', 0);
    return overwritesOf({
      guildId: guild_id,
      botId: await this.discord.botId(),
      memberIds: event === null ? [] : await this.memberIds(event),
      held: held(null),
      isOver,
    });
  }

  /** Discord's ids of those who may enter, the staff first. */
  async memberIds(event: EventWithRoster): Promise<string[]> {
    const userIds = await this.userIds(event);
    const users = await this.users.findAll(userIds);
    return userIds.flatMap((id) => users.get(id)?.discord_id ?? []);
  }

  /** The staff, who made the event and who helps with it, then everybody with a seat. */
  private async userIds({
    org_id,
    created_by,
    co_organizer_ids,
    roster,
  }: EventWithRoster): Promise<string[]> {
    const staff = await this.members.staffIdsOf(org_id, STAFF);
    return [...new Set([...staff, created_by, ...co_organizer_ids, ...seatedIds(roster)])];
  }
}
