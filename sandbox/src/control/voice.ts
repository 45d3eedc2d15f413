import type { FastifyInstance } from 'fastify';
import { enterVoice, leaveVoice } from '../actions/voice.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { findMember } from '../rules/access.js';
import { findVoiceChannel, findVoiceState, mayEnter } from '../rules/voice.js';
import { voiceStateShape } from '../shapes/voice.js';
import { Reader } from '../validation/reader.js';

interface OfMember {
  Params: { guild_id: string; user_id: string };
}

/** People in voice channels: they enter, move, mute themselves, leave. */
export function voiceControlRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** `{channel_id, self_mute?, self_deaf?, self_video?}`. */
  app.put<OfMember>('/guilds/:guild_id/voice-states/:user_id', ({ params, body }) => {
    const guild = world.guilds.get(params.guild_id);
    if (!guild) throw refuse(10004);
    findMember(world, guild.id, params.user_id);
    const fields = Reader.of(body);
    const channelId = fields.snowflake('channel_id', { required: true }) ?? '';
    const flags = (['self_mute', 'self_deaf', 'self_video'] as const).flatMap((name) => {
      const value = fields.boolean(name, { nullable: true });
      return typeof value === 'boolean' ? [[name, value] as const] : [];
    });
    fields.issues.refuseIfAny();
    const channel = findVoiceChannel(world, guild, channelId);
    if (!mayEnter(world, channel, params.user_id)) throw refuse(50013);
    return voiceStateShape(world, enterVoice(context, channel, params.user_id, Object.fromEntries(flags)));
  });

  app.delete<OfMember>('/guilds/:guild_id/voice-states/:user_id', ({ params }) => {
    leaveVoice(context, findVoiceState(world, params.guild_id, params.user_id));
    return {};
  });
}
