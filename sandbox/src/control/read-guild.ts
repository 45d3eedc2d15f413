import { ChannelType, GuildSystemChannelFlags, Locale } from 'discord-api-types/v10';
import { BOT_PERMISSIONS, putUser, type NewGuild } from '../actions/guilds.js';
import { newMember } from '../actions/members.js';
import type { Context } from '../context.js';
import { blankChannel, channelName, readOverwriteType } from '../rules/channels.js';
import { EVERYONE_PERMISSIONS } from '../rules/permissions.js';
import { invalid } from '../validation/issues.js';
import type { Reader } from '../validation/reader.js';
import type { ChannelRecord, MemberRecord, RoleRecord, UserRecord } from '../world/records.js';
import type { World } from '../world/world.js';

type Home = Pick<Context, 'world' | 'defaultLocale'>;

/** Where the bot's own role stands unless told otherwise: above all roles without a position of 50 or more. */
const BOT_POSITION = 50;

/** Reads `POST /sandbox/guilds` into the records of a new guild. Its people are put into the world at once. */
export function readGuild(context: Home, bot: UserRecord, body: Reader): NewGuild {
  const { world } = context;
  const id = body.snowflake('id', { nullable: true }) ?? world.snowflakes.next();
  const name = body.string('name', { required: true, min: 1, max: 100 }) ?? '';
  const locale = (body.string('preferred_locale', { nullable: true }) ?? Locale.EnglishUS) as Locale;
  const roles = readRoles(world, id, bot, body);
  const people = (body.objects('members') ?? []).map((member) => readPerson(context, member));
  const channels = (body.objects('channels') ?? []).map((channel, i) => readChannel(world, id, i, channel));
  const ownerId = body.snowflake('owner_id', { nullable: true });
  body.issues.refuseIfAny();
  if (world.guilds.has(id)) throw invalid(['id'], 'GUILD_EXISTS', 'There is a server with this id already.');
  const owner =
    ownerId ??
    people[0]?.user.id ??
    putUser(world, { username: `owner of ${name}`, locale: context.defaultLocale }).id;
  const now = world.now();
  const members = people.map(({ user, roles: names }) =>
    newMember(id, user.id, rolesNamed(roles, names), now),
  );
  if (!members.some((m) => m.user_id === owner)) members.push(newMember(id, owner, [], now));
  members.push(newMember(id, bot.id, [botRole(roles).id], now));
  return {
    guild: {
      id,
      name,
      icon: null,
      description: null,
      owner_id: owner,
      preferred_locale: locale,
      system_channel_id: channels.find((c) => c.type === ChannelType.GuildText)?.id ?? null,
      // People are put into servers by the dozen; who wants them welcomed says so, as on Discord.
      settings: { system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications },
      joined_at: now,
    },
    roles,
    members,
    channels,
  };
}

function readRoles(world: World, guildId: string, bot: UserRecord, body: Reader): RoleRecord[] {
  const given = body.objects('roles') ?? [];
  const named = given.map((role, i) => ({
    ...blankRole(role.snowflake('id', { nullable: true }) ?? world.snowflakes.next(), guildId),
    name: role.string('name', { required: true, min: 1, max: 100 }) ?? '',
    position: role.integer('position', { nullable: true, min: 1 }) ?? i + 1,
    permissions: role.bits('permissions', { nullable: true }) ?? '0',
    color: role.integer('color', { nullable: true }) ?? 0,
    mentionable: role.boolean('mentionable', { nullable: true }) ?? false,
  }));
  const everyone = {
    ...blankRole(guildId, guildId),
    name: '@everyone',
    permissions: String(EVERYONE_PERMISSIONS),
  };
  const own: RoleRecord = {
    ...blankRole(world.snowflakes.next(), guildId),
    name: bot.username,
    permissions: body.bits('bot_permissions', { nullable: true }) ?? String(BOT_PERMISSIONS),
    position:
      body.integer('bot_role_position', { nullable: true, min: 1 }) ??
      Math.max(BOT_POSITION, given.length + 1),
    managed: true,
    bot_id: bot.id,
  };
  return [everyone, ...named, own];
}

function blankRole(id: string, guildId: string): RoleRecord {
  return {
    id,
    guild_id: guildId,
    name: '',
    permissions: '0',
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: false,
    unicode_emoji: null,
    bot_id: null,
  };
}

function botRole(roles: RoleRecord[]): RoleRecord {
  const own = roles.at(-1);
  if (!own) throw new Error('a guild always has the bot’s role');
  return own;
}

/** Reads a person of `members` and puts them into the world. */
export function readPerson(
  { world, defaultLocale }: Home,
  member: Reader,
): { user: UserRecord; roles: unknown[] } {
  const id = member.snowflake('id', { nullable: true });
  const known = id ? world.users.get(id) : undefined;
  const username =
    member.string('username', { required: !known, min: 1, max: 32 }) ?? known?.username ?? 'someone';
  const locale = member.string('locale', { nullable: true }) as Locale | null | undefined;
  const open = member.boolean('dms_open', { nullable: true });
  const user = putUser(world, {
    username,
    ...(id ? { id } : {}),
    locale: locale ?? known?.locale ?? defaultLocale,
    ...(typeof open === 'boolean' ? { dms_open: open } : {}),
    ...(member.has('global_name')
      ? { global_name: member.string('global_name', { nullable: true, max: 32 }) ?? null }
      : {}),
  });
  return { user, roles: member.list('roles') ?? [] };
}

/** Roles by id or by name. */
export function rolesNamed(roles: readonly RoleRecord[], names: readonly unknown[]): MemberRecord['roles'] {
  return names.map((name, i) => {
    const role = roles.find((r) => r.id === name) ?? roles.find((r) => r.name === name);
    if (!role) throw invalid(['roles', i], 'ROLE_UNKNOWN', `The server has no role ${String(name)}.`);
    return role.id;
  });
}

function readChannel(world: World, guildId: string, index: number, channel: Reader): ChannelRecord {
  const type: ChannelType =
    channel.integer('type', { nullable: true, min: 0, max: 16 }) ?? ChannelType.GuildText;
  const name = channelName(channel.string('name', { required: true, min: 1, max: 100 }) ?? '', type);
  return {
    ...blankChannel(guildId, type, name),
    id: channel.snowflake('id', { nullable: true }) ?? world.snowflakes.next(),
    position: channel.integer('position', { nullable: true, min: 0 }) ?? index,
    parent_id: channel.snowflake('parent_id', { nullable: true }) ?? null,
    topic: channel.string('topic', { nullable: true, max: 1024 }) ?? null,
    permission_overwrites: (channel.objects('permission_overwrites') ?? []).map((o) => ({
      id: o.snowflake('id', { required: true }) ?? '',
      type: readOverwriteType(o),
      allow: o.bits('allow', { nullable: true }) ?? '0',
      deny: o.bits('deny', { nullable: true }) ?? '0',
    })),
  };
}
