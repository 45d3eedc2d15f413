import {
  MessageFlags,
  MessageType,
  PermissionFlagsBits as P,
  type APIMessageInteractionMetadata,
  type APIMessageReference,
} from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { NewAttachment } from '../rules/attachments.js';
import { linkEmbeds } from '../rules/link-embeds.js';
import { resolveMentions } from '../rules/mentions.js';
import type { MessageDraft } from '../rules/messages.js';
import { channelPermissions } from '../rules/permissions.js';
import { isThread } from '../shapes/channel.js';
import { messageDispatch, messageShape } from '../shapes/message.js';
import type { AttachmentRecord, ChannelRecord, MessageRecord } from '../world/records.js';
import { snowflakeTime } from '../world/snowflake.js';
import type { World } from '../world/world.js';
import type { Parts } from '../world/parts.js';

/** "The past few minutes" in which Discord compares nonces: it gives no figure. */
const NONCE_WINDOW_MS = 5 * 60_000;
/** A webhook may embed, and ping whom it wants. */
const WEBHOOK_PERMISSIONS = P.EmbedLinks | P.AttachFiles | P.MentionEveryone;

/** A message that says nothing: what the kinds that Discord writes itself start from. */
export const NO_DRAFT: MessageDraft = {
  content: '',
  embeds: undefined,
  components: undefined,
  attachments: undefined,
  flags: 0,
  tts: false,
  nonce: null,
  enforceNonce: false,
  allowedMentions: { parse: [], users: [], roles: [], replied_user: false },
  reference: null,
};

/** Who writes a message, and by what way. */
export interface Origin {
  authorId: string;
  /** Set when it comes by an interaction's token. */
  applicationId?: string;
  interaction?: APIMessageInteractionMetadata;
  /** The only one who sees it. */
  readerId?: string;
  /** Set while the message is only announced ("is thinking…"). */
  loading?: boolean;
  type?: MessageType;
  /** Whom it is about, where its text does not name them. */
  mentions?: string[];
  /** Set when a webhook writes it: under its id, and the name given. */
  webhook?: { id: string; author: { username: string; avatar: string | null } };
}

/**
 * Writes a message into a channel and announces it; a repeated nonce gives the first message again. `id` is given for
 * a forum post's first message only, which has its thread's.
 */
export function createMessage(
  { world, bus }: Parts,
  channel: ChannelRecord,
  draft: MessageDraft,
  origin: Origin,
  id = world.snowflakes.next(),
): MessageRecord {
  const earlier = draft.enforceNonce ? findByNonce({ world, bus }, origin.authorId, draft.nonce) : undefined;
  if (earlier) return earlier;
  const permissions = origin.webhook
    ? WEBHOOK_PERMISSIONS
    : channelPermissions(world, channel, origin.authorId);
  const content = draft.content ?? '';
  const reply = draft.reference?.message_id;
  const repliedTo = authorOf(world, draft.reference);
  const added = draft.attachments?.added ?? [];
  if (added.length > 0 && !(permissions & P.AttachFiles) && origin.applicationId === undefined)
    throw refuse(50013);
  if (draft.poll && !(permissions & P.SendPolls) && origin.applicationId === undefined) throw refuse(50013);
  const message = world.messages.put({
    id,
    channel_id: channel.id,
    guild_id: channel.guild_id,
    author_id: origin.authorId,
    webhook_id: origin.webhook?.id ?? origin.applicationId ?? null,
    application_id: origin.applicationId ?? null,
    type: origin.type ?? (reply === undefined ? MessageType.Default : MessageType.Reply),
    content,
    timestamp: world.now(),
    edited_timestamp: null,
    tts: draft.tts,
    ...resolveMentions(world, channel, content, draft.allowedMentions, { permissions, repliedTo }),
    ...(origin.mentions ? { mentions: origin.mentions } : {}),
    attachments: added.map((file) => keepFile(world, file)),
    // Without EMBED_LINKS Discord drops the embeds of ordinary messages.
    embeds: permissions & P.EmbedLinks || mayEmbed(origin) ? (draft.embeds ?? []) : [],
    components: draft.components ?? [],
    flags:
      draft.flags |
      (origin.loading ? MessageFlags.Loading : 0) |
      (draft.forward ? MessageFlags.HasSnapshot : 0),
    pinned: false,
    nonce: draft.nonce,
    interaction_metadata: origin.interaction ?? null,
    message_reference: draft.forward?.reference ?? referenceFrom(draft.reference, channel),
    ...(draft.forward ? { snapshots: [draft.forward.snapshot] } : {}),
    ...(draft.poll ? { poll: draft.poll } : {}),
    ...(draft.stickerIds?.length ? { sticker_ids: draft.stickerIds } : {}),
    reader_id: origin.readerId ?? null,
    ...(origin.webhook ? { webhook_author: origin.webhook.author } : {}),
    reactions: [],
  });
  if (message.reader_id === null) noteLastMessage({ world, bus }, channel, id);
  announce({ world, bus }, message, 'create');
  if (permissions & P.EmbedLinks && isWritten(message)) showLinks({ world, bus }, message);
  return message;
}

function referenceFrom(
  reference: APIMessageReference | null,
  { guild_id }: ChannelRecord,
): APIMessageReference | null {
  return reference && { ...(guild_id === null ? {} : { guild_id }), ...reference };
}

/** Adds the embeds of a message's links once it stands there: readers see that as no edit. */
function showLinks(parts: Parts, message: MessageRecord): void {
  const found = message.flags & MessageFlags.IsComponentsV2 ? [] : linkEmbeds(message.content);
  if (found.length === 0) return;
  announce(parts, parts.world.messages.patch(message, { link_embeds: found }), 'update');
}

/** Whether somebody wrote it, rather than Discord itself. */
function isWritten({ type }: MessageRecord): boolean {
  return type === MessageType.Default || type === MessageType.Reply;
}

/** Answers to interactions keep their embeds, and so does what Discord itself writes. */
function mayEmbed({ applicationId, type }: Origin): boolean {
  return applicationId !== undefined || type !== undefined;
}

function authorOf(world: World, reference: APIMessageReference | null): string | undefined {
  return world.messages.get(reference?.message_id ?? '')?.author_id;
}

/** Keeps a file's contents; gives what the message says of it. */
function keepFile(world: World, { bytes, ...file }: NewAttachment): AttachmentRecord {
  const id = world.snowflakes.next();
  world.files.put(id, bytes);
  return { id, ...file };
}

function findByNonce(
  { world }: Parts,
  authorId: string,
  nonce: string | number | null,
): MessageRecord | undefined {
  if (nonce === null) return undefined;
  const found = world.messagesByNonce.of(`${authorId}:${nonce}`).at(-1);
  return found && snowflakeTime(found.id) > world.clock() - NONCE_WINDOW_MS ? found : undefined;
}

function noteLastMessage({ world }: Parts, channel: ChannelRecord, id: string): void {
  const thread = isThread(channel) ? channel.thread : null;
  const counted = thread
    ? {
        ...thread,
        message_count: thread.message_count + 1,
        total_message_sent: thread.total_message_sent + 1,
      }
    : null;
  world.channels.patch(channel, { last_message_id: id, thread: counted });
}

/** Changes a message and announces it. Editing the content resolves its mentions anew. */
export function editMessage(parts: Parts, message: MessageRecord, draft: MessageDraft): MessageRecord {
  const { world } = parts;
  const channel = world.channels.get(message.channel_id);
  if (!channel) throw refuse(10003);
  const permissions = message.webhook_author
    ? WEBHOOK_PERMISSIONS
    : channelPermissions(world, channel, message.author_id);
  const content = draft.content ?? message.content;
  const isReply = message.type === MessageType.Reply;
  const repliedTo = isReply ? authorOf(world, message.message_reference) : undefined;
  const loading = (message.flags & MessageFlags.Loading) !== 0;
  const changed = world.messages.patch(message, {
    content,
    ...(draft.content === undefined
      ? {}
      : resolveMentions(world, channel, content, draft.allowedMentions, { permissions, repliedTo })),
    embeds: draft.embeds ?? message.embeds,
    ...(draft.content === undefined || !(permissions & P.EmbedLinks)
      ? {}
      : { link_embeds: linkEmbeds(content) }),
    components: draft.components ?? message.components,
    attachments: draft.attachments
      ? [...draft.attachments.kept, ...draft.attachments.added.map((file) => keepFile(world, file))]
      : message.attachments,
    flags: draft.flags & ~MessageFlags.Loading,
    // A deferred answer becoming itself is not an edit in the eyes of its readers.
    edited_timestamp: loading ? null : world.now(),
  });
  announce(parts, changed, 'update');
  const { content: text, embeds, components, edited_timestamp } = changed;
  for (const copy of world.crossposts.of(changed.id))
    announce(
      parts,
      world.messages.patch(copy, { content: text, embeds, components, edited_timestamp }),
      'update',
    );
  return changed;
}

/** Changes nothing of a message but its flags, and announces it: that is no edit in the eyes of its readers. */
export function flagMessage(parts: Parts, message: MessageRecord, flags: MessageFlags): MessageRecord {
  const changed = parts.world.messages.patch(message, { flags });
  announce(parts, changed, 'update');
  return changed;
}

/** Removes a message and announces it. What was published of it elsewhere stays, and says that the original is gone. */
export function deleteMessage(parts: Parts, message: MessageRecord): void {
  remove(parts.world, message);
  announce(parts, message, 'delete');
  for (const copy of parts.world.crossposts.of(message.id))
    flagMessage(parts, copy, copy.flags | MessageFlags.SourceMessageDeleted);
}

function remove(world: World, message: MessageRecord): void {
  world.messages.delete(message.id);
  for (const file of message.attachments) world.files.delete(file.id);
}

/** Removes messages of a guild's channel at once; one alone is announced like any other. */
export function deleteMessages(
  parts: Parts,
  channel: ChannelRecord,
  messages: readonly MessageRecord[],
): void {
  const { world, bus } = parts;
  const [first] = messages;
  if (first && messages.length === 1) deleteMessage(parts, first);
  if (messages.length < 2 || channel.guild_id === null) return;
  for (const message of messages) remove(world, message);
  const ids = messages.map((message) => message.id);
  bus.dispatch(
    'MESSAGE_DELETE_BULK',
    { ids, channel_id: channel.id, guild_id: channel.guild_id },
    { guild_id: channel.guild_id },
  );
}

/** Tells the world of a message; one that only its reader sees does not go over the gateway. */
export function announce(
  { world, bus }: Parts,
  message: MessageRecord,
  action: 'create' | 'update' | 'delete',
): void {
  const { guild_id, channel_id, id, reader_id } = message;
  if (reader_id !== null) {
    bus.publish({ kind: 'ephemeral', action, reader_id, message: messageShape(world, message) });
    return;
  }
  const place = guild_id === null ? { id, channel_id } : { id, channel_id, guild_id };
  if (action === 'delete') bus.dispatch('MESSAGE_DELETE', place, { guild_id });
  else if (action === 'create') bus.dispatch('MESSAGE_CREATE', messageDispatch(world, message), { guild_id });
  else bus.dispatch('MESSAGE_UPDATE', messageDispatch(world, message), { guild_id });
}
