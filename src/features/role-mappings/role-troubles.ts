import { Injectable } from '@nestjs/common';
import type { DiscordFailure } from '../../common/discord-failure.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { ServerFaultsService } from '../guilds/server-faults.service.js';
import { EventMappings } from './event-mappings.js';
import type { RoleTurn } from './role-turn.js';

/** What an organizer has to know of roles that Discord does not let the bot give. */
@Injectable()
export class RoleTroubles {
  constructor(
    private readonly guilds: GuildsService,
    private readonly faults: ServerFaultsService,
    private readonly mappings: EventMappings,
  ) {}

  /** @throws PermanentFailure what is known to be refused, without asking Discord again */
  async requireAllowed(guildId: string): Promise<void> {
    const open = await this.faults.openOn(guildId);
    const fault = open.find(({ capability, explained }) => capability === 'roles' && explained);
    if (fault !== undefined) throw new PermanentFailure(fault.message);
  }

  /** Notes what a run met with. An organizer is told once. */
  async report(guildId: string, { forbidden, refused, changes }: RoleTurn): Promise<void> {
    const guild = await this.guilds.find(guildId);
    if (guild === null) return;
    const where = { guild_id: guildId, channel_id: null };
    if (forbidden !== null) {
      const { message } = forbidden;
      await this.faults.report(guild, { ...where, capability: 'roles', kind: 'permission', message });
    } else if (changes > 0) await this.faults.succeeded(guild, ['roles']);
    await this.forgetUnmapped(guild);
    if (refused.size === 0) return;
    await this.faults.report(guild, {
      ...where,
      capability: 'mapped_roles',
      kind: 'role',
      role_ids: [...refused.keys()],
      message: [...refused].map(([roleId, reason]) => `Role ${roleId}: ${reason}`).join(' '),
    });
  }

  /** Notes that an event's own role cannot be made or removed. */
  async unmade(guildId: string, { treatment, message }: DiscordFailure): Promise<void> {
    const guild = await this.guilds.find(guildId);
    if (guild === null) return;
    const where = { guild_id: guildId, channel_id: null, message };
    if (treatment === 'forbidden')
      await this.faults.report(guild, { ...where, capability: 'roles', kind: 'permission' });
    if (treatment === 'capacity')
      await this.faults.report(guild, { ...where, capability: 'more_roles', kind: 'full' });
  }

  /** An admin may have mended it by taking the role out of the mappings. */
  private async forgetUnmapped(guild: Guild): Promise<void> {
    const open = await this.faults.openOn(guild.guild_id);
    const roleIds = open.flatMap(({ role_ids = [] }) => role_ids);
    if (roleIds.length === 0) return;
    const mapped = (await this.mappings.givingOn([guild])).map(({ discord_role_id }) => discord_role_id);
    for (const roleId of roleIds.filter((id) => !mapped.includes(id)))
      await this.faults.roleUnmapped(guild.guild_id, roleId);
  }
}
