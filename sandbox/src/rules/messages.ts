import {
  MessageFlags,
  type APIEmbed,
  type APIMessageReference,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type { MessageRecord, PollRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { readAttachments, type AttachmentsDraft } from './attachments.js';
import { readComponents } from './components.js';
import { readEmbeds } from './embeds.js';
import { readStickerIds } from './expressions.js';
import { readForward, type Forward } from './forwards.js';
import { readAllowedMentions, type AllowedMentions } from './mentions.js';
import { readPoll } from './polls.js';

const MOST_CHARACTERS = 2_000;
/** Flags that a bot may set on a message. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.Ephemeral |
  MessageFlags.IsComponentsV2;

/** What a body says about a message; undefined fields are not in it. */
export interface MessageDraft {
  content: string | undefined;
  embeds: APIEmbed[] | undefined;
  components: APIMessageTopLevelComponent[] | undefined;
  attachments: AttachmentsDraft | undefined;
  flags: number;
  tts: boolean;
  nonce: string | number | null;
  enforceNonce: boolean;
  allowedMentions: AllowedMentions;
  reference: APIMessageReference | null;
  stickerIds?: string[];
  poll?: PollRecord | undefined;
  /** The message that is passed on. */
  forward?: Forward | undefined;
}

/**
 * Reads the body of a new message; refuses all its faults at once (50035) and an empty one (50006). Whoever writes it, if it
 * is a member, may pass on what they can read.
 */
export function readMessage(world: World, body: Reader, channelId: string, authorId = ''): MessageDraft {
  const draft = readDraft(world, body, BLANK);
  draft.forward = readForward(world, body, authorId);
  if (!draft.forward) draft.reference = readReference(world, body, channelId);
  draft.poll = readPoll(world, body);
  body.issues.refuseIfAny();
  draft.stickerIds = readStickerIds(world, body, world.channels.get(channelId)?.guild_id ?? null);
  const carries = draft.forward ?? draft.poll ?? draft.stickerIds[0];
  if (carries === undefined && isEmpty({ ...draft, attached: hasFiles(draft.attachments) }))
    throw refuse(50006);
  return draft;
}

/** Reads the body of an edit against the message as it is. */
export function readMessageEdit(world: World, body: Reader, message: MessageRecord): MessageDraft {
  if (message.poll) throw refuse(520003);
  const draft = readDraft(world, body, message);
  body.issues.refuseIfAny();
  const after = {
    content: draft.content ?? message.content,
    embeds: draft.embeds ?? message.embeds,
    components: draft.components ?? message.components,
    attached: draft.attachments ? hasFiles(draft.attachments) : message.attachments.length > 0,
  };
  if (isEmpty(after)) throw refuse(50006);
  return draft;
}

/** What of a message an edit builds upon; a new one upon nothing. */
type Before = Pick<MessageRecord, 'flags' | 'attachments'>;
const BLANK: Before = { flags: 0 as MessageFlags, attachments: [] };

function readDraft(world: World, body: Reader, before: Before): MessageDraft {
  const content = body.string('content', { nullable: true, max: MOST_CHARACTERS });
  const given = (body.integer('flags', { nullable: true, min: 0 }) ?? 0) & SETTABLE;
  const flags = given | (before.flags & ~(body.has('flags') ? MessageFlags.SuppressEmbeds : 0));
  const embeds = readEmbeds(body);
  const attachments = readAttachments(body, before.attachments);
  const filenames = attachments
    ? [...attachments.kept, ...attachments.added].map((file) => file.filename)
    : before.attachments.map((file) => file.filename);
  const draft: MessageDraft = {
    content: content === null ? '' : content?.trim(),
    embeds,
    components: readComponents(world, body, { flags, filenames }),
    attachments,
    flags,
    tts: body.boolean('tts', { nullable: true }) ?? false,
    nonce: readNonce(body),
    enforceNonce: body.boolean('enforce_nonce', { nullable: true }) ?? false,
    allowedMentions: readAllowedMentions(body),
    reference: null,
  };
  if (flags & MessageFlags.IsComponentsV2) refuseClassicParts(body, content, embeds);
  return draft;
}

function refuseClassicParts(
  body: Reader,
  content: string | null | undefined,
  embeds: APIEmbed[] | undefined,
): void {
  const text = 'The MessageFlags.IS_COMPONENTS_V2 flag cannot be used with legacy fields';
  if (content) body.fault('content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', text);
  if (embeds && embeds.length > 0)
    body.fault('embeds', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', text);
}

function readNonce(body: Reader): string | number | null {
  const nonce = body.raw('nonce');
  if (nonce === undefined || nonce === null) return null;
  if (typeof nonce === 'number') return body.integer('nonce') ?? null;
  return body.string('nonce', { max: 25 }) ?? null;
}

/** The message that is answered. An unknown one is refused, or with `fail_if_not_exists` false ignored. */
function readReference(world: World, body: Reader, channelId: string): APIMessageReference | null {
  const reference = body.object('message_reference', { nullable: true });
  const messageId = reference?.snowflake('message_id', { required: true });
  if (!reference || !messageId) return null;
  const fails = reference.boolean('fail_if_not_exists', { nullable: true }) ?? true;
  const message = world.messages.get(messageId);
  if (message?.channel_id === channelId && message.reader_id === null)
    return { type: 0, message_id: messageId, channel_id: channelId };
  if (fails) body.fault('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  return null;
}

function isEmpty(
  draft: Pick<Partial<MessageDraft>, 'content' | 'embeds' | 'components'> & { attached: boolean },
): boolean {
  const lists = [draft.embeds, draft.components];
  return !draft.content && !draft.attached && lists.every((list) => !list || list.length === 0);
}

function hasFiles(attachments: AttachmentsDraft | undefined): boolean {
  return attachments !== undefined && attachments.kept.length + attachments.added.length > 0;
}
