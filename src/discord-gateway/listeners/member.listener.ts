import { Injectable, Logger } from '@nestjs/common';
import { AuditLogEvent, type ClientEvents } from 'discord.js';
import { Context, On } from 'necord';
import { BotEventsService } from '../../features/bot-events/bot-events.service.js';
import { ChannelMappingsService } from '../../features/channel-mappings/channel-mappings.service.js';
import { DeparturesService } from '../../features/departures/departures.service.js';
import { RoleGrantsService } from '../../features/role-mappings/role-grants.service.js';
import { RecentActs } from '../recent-acts.js';
import { Reporter } from '../reporter.js';

/** Reports who joins, leaves and changes roles. Needs the members intent. */
@Injectable()
export class MemberListener {
  private readonly logger = new Logger('Gateway');
  private readonly acts = new RecentActs();

  constructor(
    private readonly reporter: Reporter,
    private readonly events: BotEventsService,
    private readonly grants: RoleGrantsService,
    private readonly departures: DeparturesService,
    private readonly channels: ChannelMappingsService,
  ) {}

  @On('shardReady')
  async onReady(): Promise<void> {
    await this.grants.connected();
    await this.departures.connected();
  }

  @On('guildMemberAdd')
  async onJoin(@Context() [member]: ClientEvents['guildMemberAdd']): Promise<void> {
    const { guild, user, joinedAt } = member;
    if (!(await this.events.isChanged(`membership:${guild.id}:${user.id}`, 'joined'))) return;
    await this.letIn(guild.id, user.id);
    const since = (joinedAt ?? new Date()).toISOString();
    const metadata = {
      guild_id: guild.id,
      guild_name: guild.name,
      username: user.username,
      joined_at: since,
    };
    const report = { event_type: 'member_joined', discord_id: user.id, metadata } as const;
    this.reporter.report(report, `${guild.id}:${user.id}:${since}`);
  }

  @On('guildBanAdd')
  onBan(@Context() [{ guild, user }]: ClientEvents['guildBanAdd']): void {
    this.acts.note('leave', guild.id, user.id, 'ban');
  }

  @On('guildAuditLogEntryCreate')
  onAuditLog(@Context() [entry, guild]: ClientEvents['guildAuditLogEntryCreate']): void {
    const { action, targetId, executorId } = entry;
    if (targetId === null) return;
    if (action === AuditLogEvent.MemberKick) this.acts.note('leave', guild.id, targetId, 'kick');
    if (action === AuditLogEvent.MemberBanAdd) this.acts.note('leave', guild.id, targetId, 'ban');
    if (action === AuditLogEvent.MemberRoleUpdate && executorId !== null)
      this.acts.note('roles', guild.id, targetId, executorId);
  }

  @On('guildMemberRemove')
  async onLeave(@Context() [{ guild, user }]: ClientEvents['guildMemberRemove']): Promise<void> {
    const leftAt = new Date().toISOString();
    await this.noteDeparture(guild.id, user.id);
    if (!(await this.events.isChanged(`membership:${guild.id}:${user.id}`, 'left'))) return;
    const reason = (await this.acts.take('leave', guild.id, user.id)) ?? 'left';
    const metadata = { guild_id: guild.id, guild_name: guild.name, left_at: leftAt, reason };
    this.reporter.report({ event_type: 'member_left', discord_id: user.id, metadata });
  }

  @On('guildMemberUpdate')
  async onUpdate(@Context() [before, after]: ClientEvents['guildMemberUpdate']): Promise<void> {
    // Of a member whom the bot did not know yet, it cannot be told what changed.
    if (before.partial) return;
    const [old, now] = [before.roles.cache, after.roles.cache];
    const addedRoles = [...now.keys()].filter((id) => !old.has(id));
    const removedRoles = [...old.keys()].filter((id) => !now.has(id));
    if (addedRoles.length + removedRoles.length === 0) return;
    const { guild, id } = after;
    if (!(await this.events.isChanged(`roles:${guild.id}:${id}`, [...now.keys()].sort().join()))) return;
    const updatedBy = await this.acts.take('roles', guild.id, id);
    const changed = { guild_id: guild.id, added_roles: addedRoles, removed_roles: removedRoles };
    const metadata = updatedBy === null ? changed : { ...changed, updated_by: updatedBy };
    this.reporter.report({ event_type: 'role_updated', discord_id: id, metadata });
  }

  private async letIn(guildId: string, discordId: string): Promise<void> {
    try {
      await this.channels.joined(guildId, discordId);
    } catch (error) {
      this.logger.warn({ err: error }, 'A newcomer was not let into the threads of their events');
    }
  }

  private async noteDeparture(guildId: string, discordId: string): Promise<void> {
    try {
      await this.departures.left(guildId, discordId);
    } catch (error) {
      this.logger.warn({ err: error }, 'It was not noted who left a server; the next comparison finds it');
    }
  }
}
