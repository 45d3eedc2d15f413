import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { demand, reachChannel, reachGuild, reachGuildWith } from '../../rules/access.js';
import {
  checkSoundCount,
  expressionPermission,
  readNewSound,
  readSoundChange,
} from '../../rules/expressions.js';
import { channelPermissions, guildPermissions } from '../../rules/permissions.js';
import { isVoice } from '../../shapes/channel.js';
import { DEFAULT_SOUNDS, soundShape } from '../../shapes/expressions.js';
import { Reader } from '../../validation/reader.js';
import type { SoundRecord } from '../../world/community-records.js';
import type { ChannelRecord, GuildRecord } from '../../world/records.js';
import { memberId } from '../../world/world.js';
import { auditChange, type Deeds } from '../audit.js';
import { actorOf, noContent } from '../request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfSound {
  Params: { guild_id: string; sound_id: string };
}

const DEEDS: Deeds = [
  AuditLogEvent.SoundboardSoundCreate,
  AuditLogEvent.SoundboardSoundUpdate,
  AuditLogEvent.SoundboardSoundDelete,
];
const AUDITED = ['name', 'volume', 'emoji_id', 'emoji_name'];

/** Sounds of servers, those that everybody has, and playing them in a voice channel. */
export function soundboardRoutes(app: FastifyInstance, context: Context): void {
  const { world, bus } = context;

  app.get('/soundboard-default-sounds', () => DEFAULT_SOUNDS);

  app.get<InGuild>('/guilds/:guild_id/soundboard-sounds', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const withUser = manages(context, guild, actorOf(request));
    return { items: world.sounds.byGuild.of(guild.id).map((sound) => soundShape(world, sound, withUser)) };
  });

  app.get<OfSound>('/guilds/:guild_id/soundboard-sounds/:sound_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const sound = find(context, guild, request.params.sound_id);
    return soundShape(world, sound, manages(context, guild, actorOf(request)));
  });

  app.post<InGuild>('/guilds/:guild_id/soundboard-sounds', (request, reply) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.CreateGuildExpressions);
    const body = Reader.of(request.body);
    const fields = readNewSound(body);
    checkSoundCount(world, guild);
    world.keepPictures(body.pictures);
    const id = world.snowflakes.next();
    const sound = world.sounds.put({ ...fields, id, guild_id: guild.id, user_id: userId });
    bus.dispatch('GUILD_SOUNDBOARD_SOUND_CREATE', soundShape(world, sound, true), sound);
    auditChange(context, request, DEEDS, [null, sound], AUDITED);
    return reply.status(201).send(soundShape(world, sound, true));
  });

  app.patch<OfSound>('/guilds/:guild_id/soundboard-sounds/:sound_id', (request) => {
    const sound = reach(context, request.params, actorOf(request));
    const changed = world.sounds.patch(sound, readSoundChange(Reader.of(request.body)));
    bus.dispatch('GUILD_SOUNDBOARD_SOUND_UPDATE', soundShape(world, changed, true), changed);
    auditChange(context, request, DEEDS, [sound, changed], AUDITED);
    return soundShape(world, changed, true);
  });

  app.delete<OfSound>('/guilds/:guild_id/soundboard-sounds/:sound_id', (request, reply) => {
    const sound = reach(context, request.params, actorOf(request));
    world.sounds.delete(sound.id);
    const gone = { sound_id: sound.id, guild_id: sound.guild_id };
    bus.dispatch('GUILD_SOUNDBOARD_SOUND_DELETE', gone, sound);
    auditChange(context, request, DEEDS, [sound, null], AUDITED);
    return noContent(reply);
  });

  app.post<{ Params: { channel_id: string } }>(
    '/channels/:channel_id/send-soundboard-sound',
    (request, reply) => {
      const userId = actorOf(request);
      const channel = reachChannel(world, request.params.channel_id, userId);
      if (channel.guild_id === null || !isVoice(channel)) throw refuse(50024);
      play(context, { ...channel, guild_id: channel.guild_id }, userId, Reader.of(request.body));
      return noContent(reply);
    },
  );
}

/** Plays a sound to a voice channel. Only who is in it, and may be heard there, can do so. */
function play(
  { world, bus }: Context,
  channel: ChannelRecord & { guild_id: string },
  userId: string,
  body: Reader,
): void {
  const soundId = body.snowflake('sound_id', { required: true }) ?? '';
  const source = body.snowflake('source_guild_id', { nullable: true }) ?? null;
  body.issues.refuseIfAny();
  const has = channelPermissions(world, channel, userId);
  demand(has, P.Speak | P.UseSoundboard);
  const state = world.voiceStates.get(memberId(channel.guild_id, userId));
  if (state?.channel_id !== channel.id) throw refuse(40032);
  if (state.mute || state.deaf || state.self_mute || state.self_deaf || state.suppress) throw refuse(50167);
  const standard = DEFAULT_SOUNDS.find((sound) => sound.sound_id === soundId);
  const sound = world.sounds.get(soundId);
  if (!standard && (!sound || sound.guild_id !== (source ?? channel.guild_id))) throw refuse(10097);
  if (sound && sound.guild_id !== channel.guild_id) demand(has, P.UseExternalSounds);
  const emoji = sound ?? standard;
  const data = {
    channel_id: channel.id,
    guild_id: channel.guild_id,
    user_id: userId,
    emoji: emoji?.emoji_name ? { id: emoji.emoji_id, name: emoji.emoji_name } : null,
    sound_id: standard ? Number(soundId) : soundId,
    sound_volume: emoji?.volume ?? 1,
  };
  bus.dispatch('VOICE_CHANNEL_EFFECT_SEND', data, channel);
}

function manages({ world }: Context, guild: GuildRecord, userId: string): boolean {
  return (
    (guildPermissions(world, guild, userId) & (P.CreateGuildExpressions | P.ManageGuildExpressions)) !== 0n
  );
}

function find({ world }: Context, guild: GuildRecord, id: string): SoundRecord {
  const sound = world.sounds.get(id);
  if (sound?.guild_id !== guild.id) throw refuse(10097);
  return sound;
}

/** A server's sound, for somebody who may change it. */
function reach(context: Context, params: OfSound['Params'], userId: string): SoundRecord {
  const guild = reachGuild(context.world, params.guild_id, userId);
  const sound = find(context, guild, params.sound_id);
  demand(guildPermissions(context.world, guild, userId), expressionPermission(sound, userId));
  return sound;
}
