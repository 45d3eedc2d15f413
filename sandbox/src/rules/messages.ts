import {
  MessageFlags,
  type APIAttachment,
  type APIEmbed,
  type APIMessageReference,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { FILES, type UploadedFile } from '../rest/body-parsers.js';
import type { Reader } from '../validation/reader.js';
import type { MessageRecord } from '../world/records.js';
import { readComponents } from './components.js';
import { readEmbeds } from './embeds.js';
import { readAllowedMentions, type AllowedMentions } from './mentions.js';

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
  attachments: APIAttachment[] | undefined;
  flags: number;
  tts: boolean;
  nonce: string | number | null;
  enforceNonce: boolean;
  allowedMentions: AllowedMentions;
  reference: APIMessageReference | null;
}

/** Reads the body of a new message; refuses all its faults at once (50035) and an empty one (50006). */
export function readMessage(body: Reader, channelId: string): MessageDraft {
  const draft = readDraft(body, 0);
  draft.reference = readReference(body, channelId);
  body.issues.refuseIfAny();
  if (isEmpty(draft)) throw refuse(50006);
  return draft;
}

/** Reads the body of an edit against the message as it is. */
export function readMessageEdit(body: Reader, message: MessageRecord): MessageDraft {
  const draft = readDraft(body, message.flags);
  body.issues.refuseIfAny();
  const after = {
    content: draft.content ?? message.content,
    embeds: draft.embeds ?? message.embeds,
    components: draft.components ?? message.components,
    attachments: draft.attachments ?? message.attachments,
  };
  if (isEmpty(after)) throw refuse(50006);
  return draft;
}

function readDraft(body: Reader, flagsBefore: number): MessageDraft {
  const content = body.string('content', { nullable: true, max: MOST_CHARACTERS });
  const given = (body.integer('flags', { nullable: true, min: 0 }) ?? 0) & SETTABLE;
  const flags = given | (flagsBefore & ~MessageFlags.SuppressEmbeds);
  const embeds = readEmbeds(body);
  const draft: MessageDraft = {
    content: content === null ? '' : content,
    embeds,
    components: readComponents(body, flags),
    attachments: readAttachments(body),
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
  if (typeof nonce === 'number' && Number.isInteger(nonce)) return nonce;
  return body.string('nonce', { max: 25 }) ?? null;
}

function readReference(body: Reader, channelId: string): APIMessageReference | null {
  const reference = body.object('message_reference', { nullable: true });
  const messageId = reference?.snowflake('message_id', { required: true });
  if (!reference || !messageId) return null;
  return {
    type: 0,
    message_id: messageId,
    channel_id: reference.snowflake('channel_id', { nullable: true }) ?? channelId,
  };
}

/** Attachments to keep (by id) and files that come with the request. Contents are not kept, only what Discord says of them. */
function readAttachments(body: Reader): APIAttachment[] | undefined {
  const files = (body.raw(FILES as unknown as string) as UploadedFile[] | undefined) ?? [];
  const listed = body.objects('attachments', { max: 10 });
  if (!listed && files.length === 0) return undefined;
  const kept = (listed ?? []).filter((a) => !files.some((f) => String(f.index) === String(a.raw('id'))));
  const uploaded = files.map((file) => ({
    id: String(file.index),
    filename: file.filename,
    size: file.size,
    url: `attachment://${file.filename}`,
    proxy_url: `attachment://${file.filename}`,
    content_type: file.content_type,
  }));
  return [...kept.map((a) => ({ id: String(a.raw('id')) }) as APIAttachment), ...uploaded];
}

function isEmpty(
  draft: Pick<Partial<MessageDraft>, 'content' | 'embeds' | 'components' | 'attachments'>,
): boolean {
  const lists = [draft.embeds, draft.components, draft.attachments];
  return !draft.content?.trim() && lists.every((list) => !list || list.length === 0);
}
