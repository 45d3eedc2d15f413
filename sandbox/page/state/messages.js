/** How dispatches about messages change what is on show. Pure: state and dispatch in, changed parts out. */
import { compareIds } from '../lib/format.js';

/** @typedef {import('../types').State} State */
/** @typedef {import('../types').Message} Message */
/** @typedef {import('../types').Signal} Signal */

/** Puts a message in its place by id, or a new version in the place of the old. @param {Message[]} list @param {Message} message */
export function upsertMessage(list, message) {
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

/**
 * Adds to or takes from the count of a reaction.
 * @param {State} state @param {Record<string, any>} change @param {1 | -1} by @returns {Partial<State>}
 */
export function countReaction(state, change, by) {
  const message = state.messages[change['channel_id']]?.find((other) => other.id === change['message_id']);
  if (!message) return {};
  const emoji = change['emoji'];
  const reactions = message.reactions ?? [];
  const known = reactions.find((reaction) => reaction.emoji.name === emoji.name);
  const next = known
    ? reactions.map((reaction) =>
        reaction === known ? { ...reaction, count: reaction.count + by } : reaction,
      )
    : [...reactions, { emoji, count: 1 }];
  return putMessage(state, { ...message, reactions: next.filter((reaction) => reaction.count > 0) }, false);
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
