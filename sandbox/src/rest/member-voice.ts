import { AuditLogEvent } from 'discord-api-types/v10';
import type { FastifyRequest } from 'fastify';
import { enterVoice, leaveVoice, updateVoice } from '../actions/voice.js';
import type { Context } from '../context.js';
import type { VoiceChange } from '../rules/voice-changes.js';
import { audit } from './audit.js';

/** Mutes, deafens, moves or disconnects somebody who is in a voice channel, and writes it down. */
export function changeVoice(context: Context, request: FastifyRequest, change: VoiceChange): void {
  const { state, place, flags } = change;
  if (place === null) {
    leaveVoice(context, state);
    note(context, request, state.guild_id, AuditLogEvent.MemberDisconnect);
    return;
  }
  if (place === undefined) {
    updateVoice(context, state, flags);
    return;
  }
  enterVoice(context, place, state.user_id, flags);
  note(context, request, state.guild_id, AuditLogEvent.MemberMove, { channel_id: place.id });
}

function note(
  context: Context,
  request: FastifyRequest,
  guildId: string,
  actionType: AuditLogEvent,
  place: { channel_id?: string } = {},
): void {
  audit(context, request, {
    guild_id: guildId,
    action_type: actionType,
    target_id: null,
    options: { ...place, count: '1' },
  });
}
