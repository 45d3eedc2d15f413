import { AuditLogEvent } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { closeStage, openStage, updateStage } from '../actions/stage-instances.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, reachChannel } from '../rules/access.js';
import { channelPermissions } from '../rules/permissions.js';
import { findStage, isStage, STAGE_MODERATOR } from '../rules/voice.js';
import { stageInstanceShape } from '../shapes/voice.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord } from '../world/records.js';
import type { StageInstanceRecord } from '../world/voice-records.js';
import { audit } from './audit.js';
import { actorOf, noContent } from './request.js';

interface OfChannel {
  Params: { channel_id: string };
}

/** Live stages. */
export function stageInstanceRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.post('/stage-instances', (request) => {
    const body = Reader.of(request.body);
    const channelId = body.snowflake('channel_id', { required: true }) ?? '';
    const topic = body.string('topic', { required: true, min: 1, max: 120 }) ?? '';
    body.integer('privacy_level', { nullable: true, choices: [2] });
    const eventId = body.snowflake('guild_scheduled_event_id', { nullable: true }) ?? null;
    body.issues.refuseIfAny();
    const channel = moderated(context, request, channelId);
    if (world.stagesByChannel.count(channel.id) > 0) throw refuse(150006);
    const guildId = channel.guild_id ?? '';
    if (eventId !== null && world.scheduledEvents.get(eventId)?.guild_id !== guildId) throw refuse(10070);
    const place = { guild_id: guildId, channel_id: channel.id };
    const stage = openStage(context, { ...place, topic, guild_scheduled_event_id: eventId });
    note(context, request, null, stage);
    return stageInstanceShape(stage);
  });

  app.get<OfChannel>('/stage-instances/:channel_id', (request) => {
    const channel = reachChannel(world, request.params.channel_id, actorOf(request));
    return stageInstanceShape(findStage(world, channel.id));
  });

  app.patch<OfChannel>('/stage-instances/:channel_id', (request) => {
    const channel = moderated(context, request, request.params.channel_id);
    const stage = findStage(world, channel.id);
    const body = Reader.of(request.body);
    const topic = body.string('topic', { min: 1, max: 120 }) ?? stage.topic;
    body.integer('privacy_level', { choices: [2] });
    body.issues.refuseIfAny();
    const changed = updateStage(context, stage, topic);
    note(context, request, stage, changed);
    return stageInstanceShape(changed);
  });

  app.delete<OfChannel>('/stage-instances/:channel_id', (request, reply) => {
    const channel = moderated(context, request, request.params.channel_id);
    const stage = findStage(world, channel.id);
    closeStage(context, stage);
    note(context, request, stage, null);
    return noContent(reply);
  });
}

/** A stage channel, for one of its moderators. */
function moderated({ world }: Context, request: FastifyRequest, channelId: string): ChannelRecord {
  const channel = reachChannel(world, channelId, actorOf(request));
  if (!isStage(channel)) throw refuse(50024);
  demand(channelPermissions(world, channel, actorOf(request)), STAGE_MODERATOR);
  return channel;
}

/** Writes down that a stage was opened (null before), changed, or closed (null after). */
function note(
  context: Context,
  request: FastifyRequest,
  before: StageInstanceRecord | null,
  after: StageInstanceRecord | null,
): void {
  const { id, guild_id = '', channel_id = '' } = after ?? before ?? {};
  const actionType = !before
    ? AuditLogEvent.StageInstanceCreate
    : after
      ? AuditLogEvent.StageInstanceUpdate
      : AuditLogEvent.StageInstanceDelete;
  audit(context, request, {
    guild_id,
    action_type: actionType,
    target_id: id ?? null,
    options: { channel_id },
    changes: changesBetween(before, after, ['topic']),
  });
}
