import { InteractionContextType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { guildPermissions } from '../rules/permissions.js';
import type { CommandRecord, GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';

/**
 * The commands, slash commands and those of menus, that a user may use: in a server those of everywhere and its own, as far as the permissions that a
 * command asks for go; in direct messages (`guild` null) those that are meant for there.
 */
export function usableCommands(world: World, guild: GuildRecord | null, userId: string): CommandRecord[] {
  const has = guild ? guildPermissions(world, guild, userId) : 0n;
  return [...world.commands.values()].filter((command) => {
    return guild ? isForGuild(command, guild, has) : isForDirectMessages(command);
  });
}

function isForGuild(command: CommandRecord, guild: GuildRecord, has: bigint): boolean {
  if (command.guild_id !== undefined && command.guild_id !== guild.id) return false;
  if (command.contexts && !command.contexts.includes(InteractionContextType.Guild)) return false;
  const needed = command.default_member_permissions;
  if (needed === null || has & P.Administrator) return true;
  // "0" means: administrators only.
  return needed !== '0' && (has & BigInt(needed)) === BigInt(needed);
}

function isForDirectMessages(command: CommandRecord): boolean {
  if (command.guild_id !== undefined) return false;
  return !command.contexts || command.contexts.includes(InteractionContextType.BotDM);
}
