import { WebhookType, type APIWebhook } from 'discord-api-types/v10';
import type { WebhookRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { requireUser, userShape } from './user.js';

/** A webhook in Discord's own form. Its token makes its address known: only who may manage it gets that. */
export function webhookShape(world: World, hook: WebhookRecord, base?: string): APIWebhook {
  const shape = { ...publicWebhookShape(hook), user: userShape(requireUser(world, hook.user_id)) };
  if (hook.source) return { ...shape, ...sourceShape(world, hook.source) };
  if (base === undefined) return shape;
  return { ...shape, token: hook.token, url: `${base}/webhooks/${hook.id}/${hook.token}` };
}

/** A webhook as seen with its token alone: without the user who made it. */
export function publicWebhookShape(hook: WebhookRecord): APIWebhook {
  return {
    type: hook.source ? WebhookType.ChannelFollower : WebhookType.Incoming,
    id: hook.id,
    name: hook.name,
    avatar: hook.avatar,
    channel_id: hook.channel_id,
    guild_id: hook.guild_id,
    application_id: hook.application_id,
  };
}

function sourceShape(world: World, source: NonNullable<WebhookRecord['source']>): Partial<APIWebhook> {
  const guild = world.guilds.get(source.guild_id);
  const channel = world.channels.get(source.channel_id);
  return {
    ...(guild ? { source_guild: { id: guild.id, name: guild.name, icon: guild.icon } } : {}),
    ...(channel ? { source_channel: { id: channel.id, name: channel.name } } : {}),
  };
}
