import {
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type { MessageRecord, SnapshotRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { channelPermissions } from './permissions.js';

/** What can be forwarded: what somebody wrote, but no poll. */
const FORWARDABLE = [
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
];

/** A message that is passed on: where it stood, and what it was. */
export interface Forward {
  reference: {
    type: MessageReferenceType.Forward;
    channel_id: string;
    message_id: string;
    guild_id?: string;
  };
  snapshot: SnapshotRecord;
}

/** Reads what a body passes on; undefined when it does not. One can pass on only what one can read oneself. */
export function readForward(world: World, body: Reader, userId: string): Forward | undefined {
  const reference = body.object('message_reference', { nullable: true });
  if (reference?.raw('type') !== MessageReferenceType.Forward) return undefined;
  const channelId = reference.snowflake('channel_id', { required: true });
  const messageId = reference.snowflake('message_id', { required: true });
  body.issues.refuseIfAny();
  const channel = world.channels.get(channelId ?? '');
  const message = world.messages.get(messageId ?? '');
  if (!channel || message?.channel_id !== channel.id || message.reader_id !== null) throw refuse(10008);
  const needed = P.ViewChannel | P.ReadMessageHistory;
  if ((channelPermissions(world, channel, userId) & needed) !== needed) throw refuse(50001);
  if (!FORWARDABLE.includes(message.type) || message.poll) throw refuse(50068);
  const place = channel.guild_id === null ? {} : { guild_id: channel.guild_id };
  return {
    reference: {
      type: MessageReferenceType.Forward,
      channel_id: channel.id,
      message_id: message.id,
      ...place,
    },
    snapshot: snapshotOf(message),
  };
}

/** A forward of a forward passes the original on. */
function snapshotOf(message: MessageRecord): SnapshotRecord {
  const original = message.snapshots?.[0];
  if (original) return original;
  const { type, content, mentions, mention_roles, attachments, embeds, components, timestamp } = message;
  return {
    ...{ type, content, mentions, mention_roles, attachments, embeds, components, timestamp },
    edited_timestamp: message.edited_timestamp,
    flags: message.flags & ~MessageFlags.HasThread,
    channel_id: message.channel_id,
  };
}
