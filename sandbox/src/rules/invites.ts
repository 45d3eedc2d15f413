import { randomInt } from 'node:crypto';
import { ChannelType, InviteTargetType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { expiryOf } from '../shapes/invite.js';
import { invalid } from '../validation/issues.js';
import type { Reader } from '../validation/reader.js';
import { filesOf } from '../validation/uploads.js';
import type { InviteRecord } from '../world/community-records.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { demand } from './access.js';
import { guildPermissions } from './permissions.js';
import { checkGivableRole } from './roles.js';

const IN_GUILD = 1_000;
const LONGEST_AGE = 5_184_000;
const DEFAULT_AGE = 86_400;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz23456789';
/** What one cannot be invited into. */
const CLOSED = [ChannelType.GuildCategory, ChannelType.PrivateThread, ChannelType.PublicThread];

/** A new code such as Discord makes: of letters and figures that are not taken for one another. */
export function newCode(length = 8): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** The invitation with a code; 10006 when there is none, or no more. */
export function findInvite(world: World, code: string): InviteRecord {
  const invite = world.invites.get(code);
  if (!invite || !isOpen(world, invite)) throw refuse(10006);
  return invite;
}

/** Whether an invitation has not ended yet. */
export function isOpen(world: World, invite: InviteRecord): boolean {
  const expiry = expiryOf(invite);
  return expiry === null || Date.parse(expiry) > world.clock();
}

type NewInvite = Omit<InviteRecord, 'id' | 'created_at' | 'uses' | 'targets_changed_at'>;

/** Reads the body of a new invitation; gives it with whether it must be another than those that there are. */
export function readNewInvite(
  world: World,
  channel: ChannelRecord & { guild_id: string },
  userId: string,
  body: Reader,
): { fields: NewInvite; unique: boolean } {
  if (CLOSED.includes(channel.type)) throw refuse(50024);
  const maxAge = body.integer('max_age', { nullable: true, min: 0, max: LONGEST_AGE }) ?? DEFAULT_AGE;
  const maxUses = body.integer('max_uses', { nullable: true, min: 0, max: 100 }) ?? 0;
  const temporary = body.boolean('temporary', { nullable: true }) ?? false;
  const unique = body.boolean('unique', { nullable: true }) ?? false;
  const roles = body.snowflakes('role_ids', { max: 250 }) ?? [];
  const target = readTarget(world, channel, body);
  const users = readTargetUsers(body);
  body.issues.refuseIfAny();
  checkRoles(world, channel.guild_id, userId, roles);
  if (world.invites.byGuild.count(channel.guild_id) >= IN_GUILD) throw refuse(30016);
  const fields = {
    guild_id: channel.guild_id,
    channel_id: channel.id,
    inviter_id: userId,
    max_age: maxAge,
    max_uses: maxUses,
    temporary,
    role_ids: roles,
    target_users: users,
    ...target,
  };
  return { fields, unique };
}

function checkRoles(world: World, guildId: string, userId: string, roles: readonly string[]): void {
  const guild = world.guilds.get(guildId);
  if (!guild || roles.length === 0) return;
  demand(guildPermissions(world, guild, userId), P.ManageRoles);
  for (const id of roles) checkGivableRole(world, guild, userId, id);
}

function readTarget(
  world: World,
  channel: ChannelRecord,
  body: Reader,
): Pick<InviteRecord, 'target_type' | 'target_user_id' | 'target_application_id'> {
  const type = body.integer('target_type', { nullable: true, choices: [1, 2, 3] }) ?? null;
  const userId = body.snowflake('target_user_id', { nullable: true }) ?? null;
  const applicationId = body.snowflake('target_application_id', { nullable: true }) ?? null;
  const streams = world.voiceByChannel
    .of(channel.id)
    .some((state) => state.user_id === userId && state.self_stream);
  if (type === InviteTargetType.Stream && !streams)
    body.fault('target_user_id', 'GUILD_INVITE_INVALID_TARGET_USER_ID', 'Invalid target user id');
  if (type === InviteTargetType.EmbeddedApplication && applicationId === null)
    body.fault('target_application_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  return { target_type: type, target_user_id: userId, target_application_id: applicationId };
}

/** Reads the file of those who alone may come by an invitation: ids, one a line. null when there is none. */
export function readTargetUsers(body: Reader): string[] | null {
  const file = filesOf(body).find(({ field }) => field === 'target_users_file');
  if (!file) return null;
  const lines = file.bytes
    .toString('utf8')
    .split(/[\r\n,]+/)
    .map((line) => line.trim().replaceAll('"', ''))
    .filter((line) => line !== '');
  const ids = /^\d+$/.test(lines[0] ?? '') ? lines : lines.slice(1);
  const [wrong] = ids.filter((id) => !/^\d{1,20}$/.test(id));
  if (wrong !== undefined)
    throw invalid(['target_users_file'], 'NUMBER_TYPE_COERCE', `Value "${wrong}" is not snowflake.`);
  return [...new Set(ids)];
}
