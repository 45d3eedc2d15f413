import { Locale, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { guildCreateShape, guildShape } from '../shapes/guild.js';
import type { ChannelRecord, GuildRecord, MemberRecord, RoleRecord, UserRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { removeEvent } from './scheduled-events.js';
import type { Parts } from '../world/parts.js';

/** What the bot may do in a guild unless it is told otherwise: all that a community bot asks for, not ADMINISTRATOR. */
export const BOT_PERMISSIONS =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.CreatePrivateThreads |
  P.ManageThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.ManageMessages |
  P.PinMessages |
  P.MentionEveryone |
  P.UseApplicationCommands |
  P.ManageChannels |
  P.ManageRoles |
  P.ManageWebhooks |
  P.ManageNicknames |
  P.ViewAuditLog |
  P.CreateEvents |
  P.ManageEvents |
  P.Connect |
  P.Speak |
  P.MuteMembers |
  P.MoveMembers |
  P.ChangeNickname |
  P.CreateInstantInvite;

/** All the records of a new guild. */
export interface NewGuild {
  guild: GuildRecord;
  roles: RoleRecord[];
  members: MemberRecord[];
  channels: ChannelRecord[];
}

/** Puts a guild into the world; the bot learns that it has joined it. */
export function addGuild(
  { world, bus }: Parts,
  { guild, roles, members, channels }: NewGuild,
  botId: string,
): void {
  world.guilds.put(guild);
  for (const role of roles) world.roles.put(role);
  for (const member of members) world.members.put(member);
  for (const channel of channels) world.channels.put(channel);
  announceGuild({ world, bus }, guild, botId);
}

/** Tells the bot that it has joined a guild that is in the world. */
export function announceGuild({ world, bus }: Parts, guild: GuildRecord, botId: string): void {
  const data = guildCreateShape(world, guild, botId, {
    withMembers: true,
    withPresences: true,
    joining: true,
  });
  bus.dispatch('GUILD_CREATE', data, { guild_id: guild.id });
}

/** An outage of Discord makes a guild unavailable; to the bot it is gone for a while, without being removed from it. */
export function beginOutage({ world, bus }: Parts, guild: GuildRecord): void {
  if (guild.unavailable) return;
  world.guilds.patch(guild, { unavailable: true });
  bus.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true }, { guild_id: guild.id });
}

/** The outage is over: the bot gets the guild as it is now. */
export function endOutage({ world, bus }: Parts, guild: GuildRecord, botId: string): void {
  if (!guild.unavailable) return;
  const back = world.guilds.patch(guild, { unavailable: false });
  const data = guildCreateShape(world, back, botId, {
    withMembers: true,
    withPresences: true,
    joining: false,
  });
  bus.dispatch('GUILD_CREATE', data, { guild_id: guild.id });
}

/** Changes a guild and announces it. */
export function updateGuild(
  { world, bus }: Parts,
  guild: GuildRecord,
  fields: Partial<GuildRecord>,
): GuildRecord {
  const changed = world.guilds.patch(guild, fields);
  bus.dispatch('GUILD_UPDATE', guildShape(world, changed), { guild_id: guild.id });
  return changed;
}

/** Takes a guild and all that is in it out of the world; to the bot it looks as if it had been removed from it. */
export function removeGuild({ world, bus }: Parts, guildId: string): void {
  for (const channel of world.channelsByGuild.of(guildId)) {
    for (const message of world.messagesByChannel.of(channel.id)) world.messages.delete(message.id);
    world.channels.delete(channel.id);
  }
  for (const event of world.eventsByGuild.of(guildId)) removeEvent(world, event);
  for (const member of world.membersByGuild.of(guildId)) world.members.delete(member.id);
  for (const role of world.rolesByGuild.of(guildId)) world.roles.delete(role.id);
  for (const command of [...world.commands.values()])
    if (command.guild_id === guildId) world.commands.delete(command.id);
  for (const emoji of world.emojisByOwner.of(guildId)) world.emojis.delete(emoji.id);
  for (const state of world.voiceByGuild.of(guildId)) world.voiceStates.delete(state.id);
  for (const stage of world.stagesByGuild.of(guildId)) world.stageInstances.delete(stage.id);
  for (const hook of world.webhooksByGuild.of(guildId)) world.webhooks.delete(hook.id);
  for (const ban of world.bansByGuild.of(guildId)) world.bans.delete(ban.id);
  for (const entry of world.auditByGuild.of(guildId)) world.auditLog.delete(entry.id);
  for (const permissions of world.commandPermissionsByGuild.of(guildId))
    world.commandPermissions.delete(permissions.id);
  world.forgetGuild(guildId);
  world.guilds.delete(guildId);
  bus.dispatch('GUILD_DELETE', { id: guildId }, { guild_id: guildId });
}

/** Puts a person (or bot) into the world, or changes the one with that id. */
export function putUser(world: World, fields: Partial<UserRecord> & { username: string }): UserRecord {
  const id = fields.id ?? world.snowflakes.next();
  const known = world.users.get(id);
  return world.users.put({
    global_name: null,
    avatar: null,
    discriminator: '0',
    bot: false,
    locale: Locale.EnglishUS,
    email: `${fields.username.replace(/\W+/g, '.').toLowerCase()}@example.test`,
    dms_open: true,
    ...known,
    ...fields,
    id,
  });
}
