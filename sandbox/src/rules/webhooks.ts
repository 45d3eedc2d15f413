import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { readMessage, type MessageDraft } from './messages.js';
import { invalid } from '../validation/issues.js';
import { isObject, type Reader } from '../validation/reader.js';
import { sameText } from '../validation/same-text.js';
import type { ChannelRecord, WebhookRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { reachChannelWith } from './access.js';

const IN_CHANNEL = 15;
const IN_GUILD = 1_000;
const PLACES = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

/** Refuses a further webhook past the limits of its channel (30007) and guild (30058). */
export function checkWebhookCount(world: World, channel: ChannelRecord): void {
  if (world.webhooksByChannel.count(channel.id) >= IN_CHANNEL) throw refuse(30007);
  if (world.webhooksByGuild.count(channel.guild_id ?? '') >= IN_GUILD) throw refuse(30058);
}

/** A channel that can have webhooks, for somebody who may manage them there. */
export function reachWebhookPlace(world: World, channelId: string, userId: string): ChannelRecord {
  const channel = reachChannelWith(world, channelId, userId, P.ManageWebhooks);
  if (!PLACES.includes(channel.type)) throw refuse(50024);
  return channel;
}

/** The webhook that a path with a token names; 10015 when there is none, 50027 when the token is another. */
export function webhookByToken(world: World, id: string, token: string): WebhookRecord {
  const hook = world.webhooks.get(id);
  if (!hook) throw refuse(10015);
  if (!sameText(hook.token, token)) throw refuse(50027);
  return hook;
}

/** Reads a webhook's name; some names are Discord's own. */
export function readWebhookName(body: Reader, required: boolean): string | undefined {
  const name = body.string('name', { required, min: 1, max: 80 }) ?? undefined;
  if (name !== undefined && /clyde|discord/i.test(name)) {
    const found = /clyde/i.test(name) ? 'clyde' : 'discord';
    body.fault('name', 'USERNAME_INVALID_CONTAINS', `Username cannot contain "${found}"`);
  }
  return name;
}

/** What a webhook may send: that of a person only components that nobody answers, and those only when the call asks for them. */
export function allowedOf(hook: WebhookRecord, body: unknown, withComponents: boolean): unknown {
  if (hook.application_id !== null || !isObject(body)) return body;
  const { components, ...rest } = body;
  if (!withComponents) return rest;
  if (isInteractive(components)) {
    const text = 'Only webhooks of applications may send components to interact with';
    throw invalid(['components'], 'COMPONENT_INTERACTIVE_FORBIDDEN', text);
  }
  return body;
}

function isInteractive(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(isInteractive);
  return isObject(node) && ('custom_id' in node || Object.values(node).some(isInteractive));
}

/** What a webhook is told to write, and under which name. */
export interface WebhookDraft extends MessageDraft {
  author: { username: string; avatar: string | null };
  /** Of the forum post to start, for a forum's webhook. */
  threadName: string | null;
  /** Ids of the post's tags, as given. */
  appliedTags: unknown;
}

/** Reads the body of an execution. */
export function readExecution(world: World, body: Reader, hook: WebhookRecord): WebhookDraft {
  // Libraries send an empty name, as a field of a form, where none is meant.
  const username = body.string('username', { nullable: true, max: 80 });
  const avatar = body.string('avatar_url', { nullable: true, max: 2048 });
  const threadName = body.string('thread_name', { nullable: true, max: 100 }) ?? null;
  const draft = readMessage(world, body, hook.channel_id);
  return {
    ...draft,
    nonce: null,
    enforceNonce: false,
    reference: null,
    author: { username: username || hook.name, avatar: avatar ? null : hook.avatar },
    threadName: threadName === '' ? null : threadName,
    appliedTags: body.raw('applied_tags'),
  };
}
