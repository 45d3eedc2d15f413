import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Reader } from '../validation/reader.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/world.js';

/** What `allowed_mentions` lets ping; absent it lets all. */
export interface AllowedMentions {
  parse: readonly string[];
  users: readonly string[];
  roles: readonly string[];
  replied_user: boolean;
}

const ALL: AllowedMentions = {
  parse: ['users', 'roles', 'everyone'],
  users: [],
  roles: [],
  replied_user: true,
};

/** Reads `allowed_mentions`. */
export function readAllowedMentions(body: Reader): AllowedMentions {
  const given = body.object('allowed_mentions', { nullable: true });
  if (!given) return ALL;
  const parse = (given.list('parse') ?? []).filter((kind) => typeof kind === 'string');
  const users = given.snowflakes('users', { max: 100 }) ?? [];
  const roles = given.snowflakes('roles', { max: 100 }) ?? [];
  for (const [kind, ids] of Object.entries({ users, roles })) {
    if (!parse.includes(kind) || ids.length === 0) continue;
    const text = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    body.fault('allowed_mentions', 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', text);
  }
  return { parse, users, roles, replied_user: given.boolean('replied_user', { nullable: true }) ?? false };
}

/** Whom a text pings: what it names, of that what `allowed_mentions` lets, of that what the author may ping. */
export function resolveMentions(
  world: World,
  channel: ChannelRecord,
  content: string,
  allowed: AllowedMentions,
  { permissions, repliedTo }: { permissions: bigint; repliedTo: string | undefined },
): { mentions: string[]; mention_roles: string[]; mention_everyone: boolean } {
  const mayPingAll = (permissions & P.MentionEveryone) !== 0n;
  const users = namesIn(content, /<@!?(\d+)>/g).filter(
    (id) => world.users.has(id) && (allowed.parse.includes('users') || allowed.users.includes(id)),
  );
  const roles = namesIn(content, /<@&(\d+)>/g).filter((id) => {
    const role = world.roles.get(id);
    if (!role || role.guild_id !== channel.guild_id) return false;
    const listed = allowed.parse.includes('roles') || allowed.roles.includes(id);
    return listed && (role.mentionable || mayPingAll);
  });
  const everyone = /@(everyone|here)\b/.test(content) && allowed.parse.includes('everyone') && mayPingAll;
  // Who is answered is pinged, too, unless that is switched off.
  const replied = repliedTo !== undefined && allowed.replied_user ? [repliedTo] : [];
  return { mentions: [...new Set([...replied, ...users])], mention_roles: roles, mention_everyone: everyone };
}

function namesIn(content: string, pattern: RegExp): string[] {
  return [...new Set([...content.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
