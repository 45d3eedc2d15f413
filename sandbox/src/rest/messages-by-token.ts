import { ChannelType } from 'discord-api-types/v10';
import { createMessage, editMessage } from '../actions/messages.js';
import { createThread } from '../actions/threads.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { editByToken, followUp, originalOf } from '../interactions/answer.js';
import type { InteractionState } from '../interactions/state.js';
import { readMessageEdit } from '../rules/messages.js';
import { checkNotArchived, readNewThread } from '../rules/threads.js';
import { allowedOf, readExecution, webhookByToken, type WebhookDraft } from '../rules/webhooks.js';
import { isThread } from '../shapes/channel.js';
import { invalid } from '../validation/issues.js';
import { Reader } from '../validation/reader.js';
import { FORUMS } from '../world/forums.js';
import type { ChannelRecord, MessageRecord, WebhookRecord } from '../world/records.js';

/** What a token in a path lets write: an interaction's answers, or a webhook's messages. */
export interface MessagesByToken {
  /** Whether a message is answered with itself even without `wait`. */
  readonly waits: boolean;
  send(body: unknown, threadId: string | undefined): MessageRecord;
  /** The message that `@original` names. */
  original(): MessageRecord;
  find(messageId: string, threadId: string | undefined): MessageRecord;
  edit(message: MessageRecord, body: unknown): MessageRecord;
}

/**
 * Whose token it is: the application's id stands in the path of an interaction, a webhook's own in that of a webhook.
 * `withComponents`: whether a webhook of a person heeds the components of its messages.
 */
export function messagesByToken(
  context: Context,
  id: string,
  token: string,
  withComponents = false,
): MessagesByToken {
  if (context.world.webhooks.has(id))
    return ofWebhook(context, webhookByToken(context.world, id, token), withComponents);
  return ofInteraction(context, context.interactions.forFollowUp(id, token));
}

function ofInteraction(context: Context, state: InteractionState): MessagesByToken {
  return {
    waits: true,
    send: (body) => followUp(context, state, body),
    original: () => originalOf(context, state),
    find: (messageId) => {
      const message = context.world.messages.get(messageId);
      const own = message?.interaction_metadata?.id === state.id || message?.id === state.sourceMessageId;
      if (!message || !own) throw refuse(10008);
      return message;
    },
    edit: (message, body) => editByToken(context, state, message, body),
  };
}

function ofWebhook(context: Context, hook: WebhookRecord, withComponents: boolean): MessagesByToken {
  const allowed = (body: unknown): unknown => allowedOf(hook, body, withComponents);
  return {
    waits: false,
    send: (body, threadId) => execute(context, hook, allowed(body), threadId),
    original: () => {
      throw refuse(10008);
    },
    find: (messageId, threadId) => {
      const message = context.world.messages.get(messageId);
      const place = threadId ?? hook.channel_id;
      if (message?.webhook_id !== hook.id || message.channel_id !== place) throw refuse(10008);
      return message;
    },
    edit: (message, body) => {
      checkNotArchived(placeOf(context, hook, message.channel_id));
      return editMessage(context, message, readMessageEdit(context.world, Reader.of(allowed(body)), message));
    },
  };
}

/** Writes a webhook's message: into its channel, a thread of it, or, in a forum, a new post. */
function execute(
  context: Context,
  hook: WebhookRecord,
  body: unknown,
  threadId: string | undefined,
): MessageRecord {
  const reader = Reader.of(body);
  const draft = readExecution(context.world, reader, hook);
  const place = placeOf(context, hook, threadId);
  const origin = { authorId: hook.id, webhook: { id: hook.id, author: draft.author } };
  const forum = FORUMS.includes(place.type);
  if (forum !== (draft.threadName !== null)) throw forum ? needsThread() : noForum();
  if (!forum) return createMessage(context, place, draft, origin);
  const thread = startPost(context, hook, place, draft);
  return createMessage(context, thread, draft, origin, thread.id);
}

function startPost(
  context: Context,
  hook: WebhookRecord,
  parent: ChannelRecord,
  draft: WebhookDraft,
): ChannelRecord {
  const guild = context.world.guilds.get(hook.guild_id);
  if (!guild) throw refuse(10004);
  const origin = { parent, ownerId: hook.id, type: ChannelType.PublicThread } as const;
  const fields = readNewThread(
    context.world,
    guild,
    origin,
    Reader.of({ name: draft.threadName, applied_tags: draft.appliedTags }),
  );
  return createThread(context, fields, null, true);
}

function placeOf({ world }: Context, hook: WebhookRecord, id: string | undefined): ChannelRecord {
  const channel = world.channels.get(id ?? hook.channel_id);
  const own =
    channel?.id === hook.channel_id ||
    (channel && isThread(channel) && channel.parent_id === hook.channel_id);
  if (!channel || !own) throw refuse(10003);
  return channel;
}

function needsThread(): Error {
  const text = 'Webhooks posted to forum channels must have a thread_name or thread_id';
  return invalid(['thread_name'], 'WEBHOOK_THREAD_NAME_REQUIRED', text);
}

function noForum(): Error {
  const text = 'Webhooks can only create threads in forum channels';
  return invalid(['thread_name'], 'WEBHOOK_CANNOT_CREATE_THREAD', text);
}
