/** How dispatches about messages change what is on show. Pure: state and dispatch in, changed parts out. */
import { compareIds } from '../lib/format.js';

/** @typedef {import('../types').State} State */
/** @typedef {import('../types').Message} Message */
/** @typedef {import('../types').Dispatches} Dispatches */
/** @typedef {import('../types').Signal} Signal */

/** Puts a message in its place by id, or a new version in the place of the old. @param {Message[]} list @param {Message} message */
function upsertMessage(list, message) {
  const at = list.findIndex((other) => other.id === message.id);
  if (at !== -1) return list.with(at, { ...list[at], ...message });
  return [...list, message].sort((a, b) => compareIds(a.id, b.id));
}

/** @param {State} state @param {Message} message @param {boolean} isNew @returns {Partial<State>} */
export function putMessage(state, message, isNew) {
  const list = state.messages[message.channel_id];
  // A channel that was never opened loads its messages when it is.
  if (!list) return isNew ? countUnread(state, message) : {};
  if (!isNew && !list.some((other) => other.id === message.id)) return {};
  const messages = { ...state.messages, [message.channel_id]: upsertMessage(list, message) };
  return { messages, ...(isNew ? countUnread(state, message) : {}) };
}

/** @param {State} state @param {Message} message @returns {Partial<State>} */
function countUnread(state, message) {
  const channel = message.channel_id;
  if (state.place.channel === channel || message.author.id === state.me) return {};
  return { unread: { ...state.unread, [channel]: (state.unread[channel] ?? 0) + 1 } };
}

/** @param {State} state @param {string} channelId @param {string[]} ids @returns {Partial<State>} */
export function dropMessages(state, channelId, ids) {
  const list = state.messages[channelId];
  if (!list) return {};
  const gone = new Set(ids);
  return { messages: { ...state.messages, [channelId]: list.filter((message) => !gone.has(message.id)) } };
}

/** A message of a channel that was opened. @param {State} state @param {{channel_id: string, message_id: string}} place */
export const messageOf = (state, { channel_id, message_id }) =>
  state.messages[channel_id]?.find((message) => message.id === message_id);

/** An edited message with the reactions that we know: who reacted is told apart from it. @param {State} state @param {Message} message */
export function withReactions(state, message) {
  const { id, channel_id } = message;
  const reactions = messageOf(state, { channel_id, message_id: id })?.reactions;
  return reactions ? { ...message, reactions } : message;
}

/** @param {import('../types').Emoji} a @param {import('../types').Emoji} b */
const isSameEmoji = (a, b) => (a.id ?? a.name) === (b.id ?? b.name);

/**
 * Adds somebody to, or takes them from, a reaction.
 * @param {State} state @param {import('../types').ReactionChange} change @param {1 | -1} by @returns {Partial<State>}
 */
export function countReaction(state, change, by) {
  const message = messageOf(state, change);
  if (!message) return {};
  const { emoji, user_id } = change;
  const reactions = message.reactions ?? [];
  const known = reactions.find((reaction) => isSameEmoji(reaction.emoji, emoji)) ?? {
    emoji,
    count: 0,
    user_ids: [],
  };
  const others = (known.user_ids ?? []).filter((id) => id !== user_id);
  const changed = { ...known, count: known.count + by, user_ids: by === 1 ? [...others, user_id] : others };
  const next = reactions.includes(known)
    ? reactions.map((reaction) => (reaction === known ? changed : reaction))
    : [...reactions, changed];
  return putMessage(state, { ...message, reactions: next.filter((reaction) => reaction.count > 0) }, false);
}

/** Notes a vote, or takes one back. @param {State} state @param {Dispatches['MESSAGE_POLL_VOTE_ADD']} change @param {boolean} voted @returns {Partial<State>} */
export function countVote(state, change, voted) {
  const message = messageOf(state, change);
  if (!message) return {};
  const others = (message.votes?.[change.answer_id] ?? []).filter((id) => id !== change.user_id);
  const votes = { ...message.votes, [change.answer_id]: voted ? [...others, change.user_id] : others };
  return putMessage(state, { ...message, votes }, false);
}

/** Takes all reactions off a message, or all with one emoji. @param {State} state @param {Dispatches['MESSAGE_REACTION_REMOVE_ALL'] & {emoji?: import('../types').Emoji}} change @returns {Partial<State>} */
export function dropReactions(state, change) {
  const message = messageOf(state, change);
  if (!message) return {};
  const kept = (message.reactions ?? []).filter(
    ({ emoji }) => change.emoji && !isSameEmoji(emoji, change.emoji),
  );
  return putMessage(state, { ...message, reactions: kept }, false);
}

/** @param {State} state @param {Signal} signal @returns {Partial<State>} */
export function putEphemeral(state, signal) {
  const { message, reader_id, action } = signal;
  if (!message || !reader_id) return {};
  const others = state.ephemerals.filter((one) => one.message.id !== message.id);
  if (action === 'delete') return { ephemerals: others };
  const before = state.ephemerals.find((one) => one.message.id === message.id);
  // An edit of an answer that its reader dismissed does not bring it back.
  if (action === 'update' && !before) return {};
  return { ephemerals: [...others, { reader_id, message: { ...before?.message, ...message } }] };
}
