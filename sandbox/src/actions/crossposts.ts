import { MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import type { Parts } from '../world/parts.js';
import type { ChannelRecord, MessageRecord, WebhookRecord } from '../world/records.js';
import { announce, createMessage, NO_DRAFT } from './messages.js';

/** Lets a channel follow an announcement channel, and tells those who read it. */
export function followChannel(
  parts: Parts,
  source: ChannelRecord,
  target: ChannelRecord,
  userId: string,
): WebhookRecord {
  const { world } = parts;
  const place = { guild_id: source.guild_id ?? '', channel_id: source.id };
  const name = `${world.guilds.get(place.guild_id)?.name ?? ''} #${source.name}`;
  const hook = world.webhooks.put({
    id: world.snowflakes.next(),
    guild_id: target.guild_id ?? '',
    channel_id: target.id,
    application_id: null,
    user_id: userId,
    name: name.slice(0, 80),
    avatar: world.guilds.get(place.guild_id)?.icon ?? null,
    token: '',
    source: place,
  });
  const reference = { type: MessageReferenceType.Default, ...place };
  const notice = { ...NO_DRAFT, content: name, reference };
  createMessage(parts, target, notice, { authorId: userId, type: MessageType.ChannelFollowAdd });
  return hook;
}

/** Publishes a message of an announcement channel to all channels that follow it. */
export function publish(parts: Parts, message: MessageRecord): MessageRecord {
  const { world } = parts;
  const published = world.messages.patch(message, { flags: message.flags | MessageFlags.Crossposted });
  announce(parts, published, 'update');
  for (const hook of world.followersByChannel.of(message.channel_id)) copy(parts, message, hook);
  return published;
}

function copy(parts: Parts, message: MessageRecord, hook: WebhookRecord): void {
  const { world } = parts;
  const channel = world.channels.get(hook.channel_id);
  if (!channel) return;
  const reference = {
    type: MessageReferenceType.Default,
    message_id: message.id,
    channel_id: message.channel_id,
    guild_id: message.guild_id ?? '',
  };
  const added = message.attachments.flatMap(({ id, ...file }) => {
    const bytes = world.files.get(id);
    return bytes ? [{ ...file, bytes }] : [];
  });
  const draft = {
    ...NO_DRAFT,
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: { kept: [], added },
    flags: (message.flags & MessageFlags.IsComponentsV2) | MessageFlags.IsCrosspost,
    reference,
  };
  createMessage(parts, channel, draft, {
    authorId: hook.id,
    type: MessageType.Default,
    webhook: { id: hook.id, author: { username: hook.name, avatar: hook.avatar } },
  });
}
