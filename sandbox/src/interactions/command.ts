import {
  ApplicationCommandOptionType as O,
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand } from '../rules/access.js';
import { channelPermissions } from '../rules/permissions.js';
import { isObject } from '../validation/reader.js';
import { invalid } from '../validation/issues.js';
import type { CommandRecord } from '../world/records.js';
import { checkOption, type GivenOption } from './options.js';
import type { NewInteraction } from './interactions.js';
import { resolve } from './resolved.js';
import { commandSceneOf, type Scene } from './scene.js';

/** Options whose value is the id of something that is sent along. */
const BY_ID = [O.User, O.Role, O.Channel, O.Mentionable, O.Attachment];

/** A slash command as somebody types it. */
export interface CommandInput {
  guild_id?: string | undefined;
  channel_id: string;
  user_id: string;
  /** `event`, or with its subcommand (and group): `event list`. */
  name: string;
  /** In Discord's form (a list, subcommands nested), or simply `{name: value}`. */
  options?: unknown;
  /** For autocomplete: the option being typed; the last one when absent. */
  focused?: string | undefined;
}

/** A slash command, or (with `autocomplete`) the typing of one. */
export function commandUse(context: Context, input: CommandInput, autocomplete = false): NewInteraction {
  const { world } = context;
  const scene = commandSceneOf(world, input.channel_id, input.user_id);
  const [name = '', ...path] = input.name.trim().replace(/^\//, '').split(/\s+/);
  const command = usableCommand(context, scene, name, ApplicationCommandType.ChatInput);
  const { options, ids } = buildOptions(command.options ?? [], path, input, autocomplete);
  const resolved = resolve(context, scene, ids);
  return {
    kind: autocomplete ? 'autocomplete' : 'command',
    type: autocomplete ? InteractionType.ApplicationCommandAutocomplete : InteractionType.ApplicationCommand,
    scene,
    name: [name, ...path].join(' '),
    ...(autocomplete ? {} : { command: { type: ApplicationCommandType.ChatInput } }),
    data: {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
      ...(options.length > 0 ? { options } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  };
}

/** The command of that name and type, for somebody who may use it: a guild's own goes before the global one. */
export function usableCommand(
  { world }: Context,
  { channel, userId }: Scene,
  name: string,
  type: ApplicationCommandType,
): CommandRecord {
  const named = [...world.commands.values()].filter((c) => c.name === name && c.type === type);
  const command =
    named.find((c) => c.guild_id !== undefined && c.guild_id === channel.guild_id) ??
    named.find((c) => c.guild_id === undefined);
  if (!command) throw refuse(10063);
  if (command.default_member_permissions && channel.guild_id !== null)
    demand(channelPermissions(world, channel, userId), BigInt(command.default_member_permissions));
  return command;
}

interface Built {
  options: object[];
  /** Ids of users, roles, channels and files among the values. */
  ids: string[];
}

/** Walks down subcommands, by the words after the name or by nested options, then checks the options. */
function buildOptions(
  known: readonly APIApplicationCommandOption[],
  path: string[],
  input: CommandInput,
  autocomplete: boolean,
): Built {
  const given = listOf(input.options);
  const branches = known.filter((o) => o.type === O.Subcommand || o.type === O.SubcommandGroup);
  if (branches.length === 0) return leaves(known, given, input.focused, autocomplete);
  const [word, ...rest] = path;
  const nested = word === undefined ? given.find((o) => branches.some((b) => b.name === o.name)) : undefined;
  const branch = branches.find((b) => b.name === (word ?? nested?.name));
  if (!branch)
    throw invalid(['options'], 'APPLICATION_COMMAND_SUBCOMMAND_REQUIRED', 'Choose one of the subcommands.');
  const inner = { ...input, options: nested ? nested.options : input.options };
  const built = buildOptions(branch.options ?? [], rest, inner, autocomplete);
  return { options: [{ type: branch.type, name: branch.name, options: built.options }], ids: built.ids };
}

function leaves(
  known: readonly APIApplicationCommandOption[],
  given: GivenOption[],
  focused: string | undefined,
  autocomplete: boolean,
): Built {
  const focus = autocomplete
    ? (focused ?? given.find((o) => o.focused)?.name ?? given.at(-1)?.name)
    : undefined;
  const stray = given.find((o) => !known.some((k) => k.name === o.name));
  if (stray)
    throw invalid(
      ['options', stray.name],
      'APPLICATION_COMMAND_OPTION_UNKNOWN',
      'The command has no such option.',
    );
  const missing = known.find((k) => k.required && !given.some((o) => o.name === k.name));
  if (missing && !autocomplete) {
    throw invalid(['options', missing.name], 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  const options: object[] = [];
  const ids: string[] = [];
  for (const definition of known) {
    const option = given.find((o) => o.name === definition.name);
    if (!option) continue;
    const typing = option.name === focus;
    const value = typing ? textOf(option.value) : checkOption(definition, option.value);
    if (BY_ID.includes(definition.type)) ids.push(String(value));
    options.push({ name: option.name, type: definition.type, value, ...(typing ? { focused: true } : {}) });
  }
  return { options, ids };
}

function listOf(options: unknown): GivenOption[] {
  if (Array.isArray(options)) return options.filter(isObject) as unknown as GivenOption[];
  if (!isObject(options)) return [];
  return Object.entries(options).map(([name, value]) => ({ name, value }));
}

/** What stands in a field while somebody types. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
