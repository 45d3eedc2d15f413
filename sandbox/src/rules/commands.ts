import {
  ApplicationCommandOptionType as O,
  ApplicationCommandType as T,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { codePoints, type Reader } from '../validation/reader.js';
import type { CommandRecord } from '../world/records.js';

/** Commands of each type that an application may register, globally and in each guild. */
export const COMMAND_LIMITS: Record<number, number> = { [T.ChatInput]: 100, [T.User]: 15, [T.Message]: 15 };
const MOST_CHARACTERS = 8_000;
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
/** Options that hold options; a group holds subcommands, a subcommand only values. */
const BRANCHES = [O.SubcommandGroup, O.Subcommand];

type Fields = Omit<CommandRecord, 'id' | 'application_id' | 'version' | 'guild_id'>;

/** Reads a command; faults are noted in the reader. */
export function readCommand(body: Reader): Fields {
  const type = (body.integer('type', { nullable: true, choices: [1, 2, 3, 4] }) ?? T.ChatInput) as T;
  const chat = type === T.ChatInput;
  const fields = {
    type,
    name: readName(body, chat),
    name_localizations: readLocalizations(body, 'name_localizations', 32),
    description: chat ? (body.string('description', { required: true, min: 1, max: 100 }) ?? '') : '',
    description_localizations: readLocalizations(body, 'description_localizations', 100),
    options: chat ? readOptions(body, 0) : [],
    default_member_permissions: body.bits('default_member_permissions', { nullable: true }) ?? null,
    dm_permission: body.boolean('dm_permission', { nullable: true }) ?? true,
    contexts: (body.list('contexts') as number[] | undefined) ?? null,
    integration_types: (body.list('integration_types') as number[] | undefined) ?? [0],
    nsfw: body.boolean('nsfw', { nullable: true }) ?? false,
  };
  if (charactersOf(fields) > MOST_CHARACTERS) {
    body.fault(
      'options',
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${MOST_CHARACTERS})`,
    );
  }
  return fields;
}

function readName(reader: Reader, chat: boolean): string {
  const name = reader.string('name', { required: true, min: 1, max: 32 }) ?? '';
  if (chat && name !== '' && (!NAME.test(name) || name !== name.toLowerCase())) {
    reader.fault('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  return name;
}

function readLocalizations(reader: Reader, field: string, max: number): Record<string, string> | null {
  const map = reader.object(field, { nullable: true });
  if (!map) return null;
  const given = reader.raw(field) as Record<string, unknown>;
  const entries = Object.keys(given).flatMap((locale) => {
    const text = map.string(locale, { nullable: true, min: 1, max });
    return typeof text === 'string' ? [[locale, text] as const] : [];
  });
  return Object.fromEntries(entries);
}

function readOptions(body: Reader, depth: number): APIApplicationCommandOption[] {
  const readers = body.objects('options', { max: 25 }) ?? [];
  const names = new Set<string>();
  let optionalSeen = false;
  const options = readers.map((reader) => {
    const option = readOption(reader, depth);
    if (names.has(option.name)) {
      reader.fault(
        'name',
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists in options',
      );
    }
    names.add(option.name);
    if (option.required && optionalSeen) {
      reader.fault(
        'required',
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (!option.required && !BRANCHES.includes(option.type)) optionalSeen = true;
    return option;
  });
  const kinds = new Set(options.map((option) => BRANCHES.includes(option.type)));
  if (kinds.size > 1) {
    body.fault(
      'options',
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  return options;
}

function readOption(reader: Reader, depth: number): APIApplicationCommandOption {
  const types = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((t) =>
    depth === 0 ? true : depth === 1 ? t !== 2 : t > 2,
  );
  const type = reader.integer('type', { required: true, choices: types }) ?? O.String;
  const branch = BRANCHES.includes(type);
  const option: Record<string, unknown> = {
    type,
    name: readName(reader, true),
    name_localizations: readLocalizations(reader, 'name_localizations', 32),
    description: reader.string('description', { required: true, min: 1, max: 100 }) ?? '',
    description_localizations: readLocalizations(reader, 'description_localizations', 100),
  };
  if (branch) {
    option['options'] = readOptions(reader, BRANCHES.indexOf(type) + 1);
    return option as unknown as APIApplicationCommandOption;
  }
  if (reader.boolean('required', { nullable: true })) option['required'] = true;
  const choices = readChoices(reader);
  if (choices) option['choices'] = choices;
  if (reader.boolean('autocomplete', { nullable: true })) {
    option['autocomplete'] = true;
    if (choices)
      reader.fault(
        'choices',
        'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES',
        'Choices cannot be set with autocomplete',
      );
  }
  for (const field of ['min_value', 'max_value', 'min_length', 'max_length', 'channel_types']) {
    if (reader.raw(field) !== undefined && reader.raw(field) !== null) option[field] = reader.raw(field);
  }
  return option as unknown as APIApplicationCommandOption;
}

function readChoices(reader: Reader): object[] | undefined {
  const choices = reader.objects('choices', { max: 25 });
  if (!choices || choices.length === 0) return undefined;
  return choices.map((choice) => {
    const value = choice.raw('value');
    if (value === undefined) choice.fault('value', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (typeof value === 'string') choice.string('value', { min: 1, max: 100 });
    return {
      name: choice.string('name', { required: true, min: 1, max: 100 }) ?? '',
      name_localizations: readLocalizations(choice, 'name_localizations', 100),
      value,
    };
  });
}

/** Names, descriptions and values, the longest localization of each counting. */
function charactersOf(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const fields = node as Record<string, unknown>;
  const own = ['name', 'description', 'value'].reduce((sum, field) => {
    const translated = (fields[`${field}_localizations`] ?? {}) as Record<string, unknown>;
    const texts = [fields[field], ...Object.values(translated)];
    return sum + Math.max(0, ...texts.map((text) => (typeof text === 'string' ? codePoints(text) : 0)));
  }, 0);
  const nested = [fields['options'], fields['choices']].flat();
  return own + nested.reduce<number>((sum, child) => sum + charactersOf(child), 0);
}
