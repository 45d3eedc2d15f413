import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { updateVoice, type VoiceFlags } from '../actions/voice.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, reachChannel, reachGuild } from '../rules/access.js';
import { channelPermissions } from '../rules/permissions.js';
import { findVoiceState, isStage, VOICE_REGIONS } from '../rules/voice.js';
import { isVoice } from '../shapes/channel.js';
import { voiceStateShape } from '../shapes/voice.js';
import { Reader } from '../validation/reader.js';
import { isoTime } from '../world/world.js';
import { audit } from './audit.js';
import { actorOf, noContent } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfUser {
  Params: { guild_id: string; user_id: string };
}

/** Who is in which voice channel, and what voice channels say of themselves. There is no audio. */
export function voiceRoutes(app: FastifyInstance, context: Context): void {
  const { world, bus } = context;

  app.get('/voice/regions', () => VOICE_REGIONS);

  app.get<InGuild>('/guilds/:guild_id/regions', (request) => {
    reachGuild(world, request.params.guild_id, actorOf(request));
    return VOICE_REGIONS;
  });

  app.get<InGuild>('/guilds/:guild_id/voice-states/@me', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return voiceStateShape(world, findVoiceState(world, guild.id, actorOf(request)));
  });

  app.get<OfUser>('/guilds/:guild_id/voice-states/:user_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return voiceStateShape(world, findVoiceState(world, guild.id, request.params.user_id));
  });

  app.patch<InGuild>('/guilds/:guild_id/voice-states/@me', (request, reply) => {
    changeOnStage(context, request.params.guild_id, actorOf(request), actorOf(request), request.body);
    return noContent(reply);
  });

  app.patch<OfUser>('/guilds/:guild_id/voice-states/:user_id', (request, reply) => {
    const { guild_id, user_id } = request.params;
    changeOnStage(context, guild_id, actorOf(request), user_id, request.body);
    return noContent(reply);
  });

  app.put<{ Params: { channel_id: string } }>('/channels/:channel_id/voice-status', (request, reply) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    if (channel.guild_id === null || !isVoice(channel)) throw refuse(50024);
    const body = Reader.of(request.body);
    const status = body.string('status', { nullable: true, max: 500 }) || null;
    body.issues.refuseIfAny();
    const has = channelPermissions(world, channel, userId);
    const inside = world.voiceByChannel.of(channel.id).some((state) => state.user_id === userId);
    demand(has, inside ? P.SetVoiceChannelStatus : P.SetVoiceChannelStatus | P.ManageChannels);
    world.channels.patch(channel, { status });
    const { guild_id, id } = channel;
    bus.dispatch('VOICE_CHANNEL_STATUS_UPDATE', { id, guild_id, status }, { guild_id });
    audit(context, request, {
      guild_id,
      action_type: AuditLogEvent.VoiceChannelStatusCreate,
      target_id: id,
      options: { status: status ?? '' },
    });
    return noContent(reply);
  });
}

/** Speakers and audience of a stage: one's own place, or with MUTE_MEMBERS another's. */
function changeOnStage(
  context: Context,
  guildId: string,
  actorId: string,
  userId: string,
  body: unknown,
): void {
  const { world } = context;
  const guild = reachGuild(world, guildId, actorId);
  const state = findVoiceState(world, guild.id, userId);
  const fields = Reader.of(body);
  const channelId = fields.snowflake('channel_id', { nullable: true }) ?? state.channel_id;
  const suppress = fields.boolean('suppress', { nullable: true });
  const requested = fields.time('request_to_speak_timestamp', { nullable: true });
  fields.issues.refuseIfAny();
  const channel = world.channels.get(state.channel_id);
  if (!channel || !isStage(channel) || channelId !== channel.id) throw refuse(50024);
  const has = channelPermissions(world, channel, actorId);
  const own = actorId === userId;
  if (!own || suppress === false) demand(has, P.MuteMembers);
  if (own && typeof requested === 'number') demand(has, P.RequestToSpeak);
  const flags: VoiceFlags = {
    ...(typeof suppress === 'boolean' ? { suppress } : {}),
    ...(own && requested !== undefined
      ? { request_to_speak_timestamp: requested === null ? null : isoTime(requested) }
      : {}),
  };
  updateVoice(context, state, flags);
}
