import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { changesBetween } from '../../actions/audit-log.js';
import { updateGuild } from '../../actions/guilds.js';
import { DOT } from '../../cdn/routes.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { reachGuildWith } from '../../rules/access.js';
import { isOpen } from '../../rules/invites.js';
import { everyonePermissions } from '../../rules/permissions.js';
import { isVoice } from '../../shapes/channel.js';
import { requireUser } from '../../shapes/user.js';
import { invalid } from '../../validation/issues.js';
import { Reader } from '../../validation/reader.js';
import type { GuildRecord } from '../../world/records.js';
import type { World } from '../../world/world.js';
import { audit } from '../audit.js';
import { actorOf } from '../request.js';

interface Styled {
  Querystring: { style?: string };
}
interface InGuild {
  Params: { guild_id: string };
}

const STYLES = ['shield', 'banner1', 'banner2', 'banner3', 'banner4'];

const open = { access: 'none' } as const;
const AUDITED = ['widget_enabled', 'widget_channel_id'];
/** As many people as Discord shows in a widget. */
const MOST_PEOPLE = 100;

/** The widget that a server shows to the outside. */
export function widgetRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild>('/guilds/:guild_id/widget', (request) =>
    settingsOf(reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild)),
  );

  app.patch<InGuild>('/guilds/:guild_id/widget', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    const body = Reader.of(request.body);
    const enabled = body.boolean('enabled', { nullable: true });
    const channelId = body.snowflake('channel_id', { nullable: true });
    body.issues.refuseIfAny();
    if (channelId && world.channels.get(channelId)?.guild_id !== guild.id) throw refuse(10003);
    const settings = {
      ...guild.settings,
      ...(typeof enabled === 'boolean' ? { widget_enabled: enabled } : {}),
      ...(channelId === undefined ? {} : { widget_channel_id: channelId }),
    };
    const changed = updateGuild(context, guild, { settings });
    audit(context, request, {
      guild_id: guild.id,
      action_type: AuditLogEvent.GuildUpdate,
      target_id: guild.id,
      changes: changesBetween(guild.settings ?? null, settings, AUDITED),
    });
    return settingsOf(changed);
  });

  app.get<InGuild>('/guilds/:guild_id/widget.json', { config: open }, ({ params }) =>
    widgetShape(world, shown(world, params.guild_id)),
  );

  app.get<InGuild & Styled>('/guilds/:guild_id/widget.png', { config: open }, ({ params, query }, reply) => {
    shown(world, params.guild_id);
    if (query.style !== undefined && !STYLES.includes(query.style))
      throw invalid(['style'], 'BASE_TYPE_CHOICES', `Value must be one of {${STYLES.join(', ')}}.`);
    return reply.type('image/png').send(DOT);
  });
}

function settingsOf({ settings }: GuildRecord): { enabled: boolean; channel_id: string | null } {
  const channelId = settings?.['widget_channel_id'];
  return {
    enabled: settings?.['widget_enabled'] === true,
    channel_id: typeof channelId === 'string' ? channelId : null,
  };
}

/** A server whose widget anybody may see; 50004 when it has none. */
function shown(world: World, guildId: string): GuildRecord {
  const guild = world.guilds.get(guildId);
  if (!guild) throw refuse(10004);
  if (!settingsOf(guild).enabled) throw refuse(50004);
  return guild;
}

function widgetShape(world: World, guild: GuildRecord): object {
  const { channel_id: channelId } = settingsOf(guild);
  const lasting = world.invites.byGuild
    .of(guild.id)
    .find((invite) => invite.channel_id === channelId && invite.max_age === 0 && isOpen(world, invite));
  const people = world.membersByGuild
    .of(guild.id)
    .map((member) => ({ member, user: requireUser(world, member.user_id) }))
    .filter(({ user }) => user.status !== 'offline');
  return {
    id: guild.id,
    name: guild.name,
    instant_invite: lasting ? `https://discord.com/invite/${lasting.id}` : null,
    channels: world.channelsByGuild
      .of(guild.id)
      .filter((channel) => isVoice(channel) && (everyonePermissions(world, channel) & P.ViewChannel) !== 0n)
      .map(({ id, name, position }) => ({ id, name, position })),
    // Who they are is kept to themselves: their ids are only numbers.
    members: people.slice(0, MOST_PEOPLE).map(({ member, user }, i) => ({
      id: String(i),
      username: member.nick ?? user.global_name ?? user.username,
      discriminator: '0000',
      avatar: null,
      status: user.status ?? 'online',
      avatar_url: `${world.cdnUrl}/embed/avatars/${i % 6}.png`,
    })),
    presence_count: people.length,
  };
}
