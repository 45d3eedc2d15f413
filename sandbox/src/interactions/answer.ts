import {
  ApplicationCommandType,
  InteractionResponseType as R,
  InteractionType,
  MessageFlags,
  MessageType,
  type APIMessage,
} from 'discord-api-types/v10';
import { launchActivity } from '../actions/activities.js';
import { createMessage, editMessage } from '../actions/messages.js';
import type { Parts } from '../world/parts.js';
import type { Interactions } from './interactions.js';
import { refuse } from '../errors.js';
import { readMessage, readMessageEdit } from '../rules/messages.js';
import { checkModal } from '../rules/modals.js';
import { messageShape } from '../shapes/message.js';
import { invalid } from '../validation/issues.js';
import { Reader } from '../validation/reader.js';
import { FILES, filesOf } from '../validation/uploads.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';
import { checkChoices } from './choices.js';
import type { InteractionState } from './state.js';

/** What it takes to answer an interaction. */
export interface Answering extends Parts {
  readonly interactions: Interactions;
}

/** Types of first answers that each kind of interaction takes. */
const ALLOWED: Record<number, readonly R[]> = {
  [InteractionType.Ping]: [R.Pong],
  [InteractionType.ApplicationCommand]: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.Modal,
    R.LaunchActivity,
  ],
  [InteractionType.MessageComponent]: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.DeferredMessageUpdate,
    R.UpdateMessage,
    R.Modal,
    R.LaunchActivity,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [R.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.LaunchActivity,
  ],
};

/** Takes the first answer to an interaction: does what it says and acknowledges it. */
export function answerInteraction(
  context: Answering,
  state: InteractionState,
  body: unknown,
): MessageRecord | null {
  const reader = Reader.of(body);
  const type = reader.integer('type', { required: true }) as R | undefined;
  const allowed: R[] = [...(ALLOWED[state.metadata.type] ?? [])];
  if (state.metadata.type === InteractionType.ModalSubmit && state.sourceMessageId !== null) {
    allowed.push(R.DeferredMessageUpdate, R.UpdateMessage);
  }
  if (type !== undefined && !allowed.includes(type)) {
    reader.fault('type', 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  }
  reader.issues.refuseIfAny();
  const message = perform(context, state, type, reader);
  context.interactions.acknowledge(state, type ?? 0, reader.raw('data'));
  return message;
}

function perform(
  context: Answering,
  state: InteractionState,
  type: R | undefined,
  reader: Reader,
): MessageRecord | null {
  switch (type) {
    case R.ChannelMessageWithSource:
      return reply(context, state, dataOf(reader, true));
    case R.DeferredChannelMessageWithSource:
      return announceReply(context, state, dataOf(reader, false));
    case R.UpdateMessage:
      return updateSource(context, state, dataOf(reader, false));
    case R.DeferredMessageUpdate:
      state.originalId = state.sourceMessageId;
      return null;
    case R.Modal:
      checkModal(dataOf(reader, true));
      reader.issues.refuseIfAny();
      return null;
    case R.LaunchActivity:
      state.activityId = launchActivity(context, channelOf(context, state), state.report.user_id).id;
      return null;
    case R.ApplicationCommandAutocompleteResult:
      checkChoices(dataOf(reader, true));
      reader.issues.refuseIfAny();
      return null;
    default:
      return null;
  }
}

/** The answer's data, with the files that came beside them. */
function dataOf(reader: Reader, required: boolean): Reader {
  const data = reader.object('data', { required, nullable: !required });
  reader.issues.refuseIfAny();
  if (!data) return new Reader({});
  const files = filesOf(reader);
  return files.length === 0 ? data : Reader.of({ ...(reader.raw('data') as object), [FILES]: files });
}

/** The message that a first answer or a follow-up makes; ephemeral ones are only for who started the interaction. */
function reply(context: Answering, state: InteractionState, data: Reader): MessageRecord {
  const draft = readMessage(context.world, data, state.report.channel_id);
  const ephemeral = (draft.flags & MessageFlags.Ephemeral) !== 0;
  const message = write(context, state, draft, ephemeral, false);
  state.originalId ??= message.id;
  return message;
}

function announceReply(context: Answering, state: InteractionState, data: Reader): MessageRecord {
  const flags = data.integer('flags', { nullable: true }) ?? 0;
  state.ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
  const draft = { ...EMPTY_DRAFT, flags: flags & MessageFlags.Ephemeral };
  const message = write(context, state, draft, state.ephemeral, true);
  state.originalId = message.id;
  return message;
}

type Draft = ReturnType<typeof readMessage>;

const EMPTY_DRAFT: Draft = {
  content: '',
  embeds: [],
  components: [],
  attachments: undefined,
  flags: 0,
  tts: false,
  nonce: null,
  enforceNonce: false,
  allowedMentions: { parse: [], users: [], roles: [], replied_user: false },
  reference: null,
};

function write(
  context: Answering,
  state: InteractionState,
  draft: Draft,
  ephemeral: boolean,
  loading: boolean,
): MessageRecord {
  const { application_id } = context.world.ownApplication;
  return createMessage(context, channelOf(context, state), draft, {
    authorId: application_id,
    applicationId: application_id,
    interaction: state.metadata,
    loading,
    ...(ephemeral ? { readerId: state.report.user_id } : {}),
    type: messageTypeFor(state),
  });
}

function messageTypeFor({ metadata }: InteractionState): MessageType {
  if (metadata.type !== InteractionType.ApplicationCommand) return MessageType.Default;
  const { command_type } = metadata as { command_type?: ApplicationCommandType };
  const chat = command_type === ApplicationCommandType.ChatInput;
  return chat ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

function channelOf(context: Answering, state: InteractionState): ChannelRecord {
  const channel = context.world.channels.get(state.report.channel_id);
  if (!channel) throw refuse(10003);
  return channel;
}

function updateSource(context: Answering, state: InteractionState, data: Reader): MessageRecord {
  const source = context.world.messages.get(state.sourceMessageId ?? '');
  if (!source)
    throw invalid(['type'], 'INTERACTION_APPLICATION_COMMAND_INVALID_TYPE', 'There is no message to update.');
  state.originalId = source.id;
  return editMessage(context, source, readMessageEdit(context.world, data, source));
}

/** The message that `@original` names; 10008 when there is none (yet, or any more). */
export function originalOf(context: Answering, state: InteractionState): MessageRecord {
  const message = state.originalId === null ? undefined : context.world.messages.get(state.originalId);
  if (!message) throw refuse(10008);
  return message;
}

/** A further message by an interaction's token. After a deferred answer the first one takes its place. */
export function followUp(context: Answering, state: InteractionState, body: unknown): MessageRecord {
  const original = state.originalId === null ? undefined : context.world.messages.get(state.originalId);
  const waiting = original !== undefined && (original.flags & MessageFlags.Loading) !== 0;
  const message = waiting
    ? editMessage(context, original, readMessageEdit(context.world, Reader.of(body), original))
    : reply(context, state, Reader.of(body));
  note(context, state, message);
  return message;
}

/** An edit by an interaction's token. */
export function editByToken(
  context: Answering,
  state: InteractionState,
  message: MessageRecord,
  body: unknown,
): MessageRecord {
  const edited = editMessage(context, message, readMessageEdit(context.world, Reader.of(body), message));
  note(context, state, edited);
  return edited;
}

function note(context: Answering, state: InteractionState, message: MessageRecord): void {
  const shape: APIMessage = messageShape(context.world, message);
  context.interactions.followUp(state, shape);
}
