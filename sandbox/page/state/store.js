/** The page's one store, and the small reads that many parts share. */
import { createStore, usePick } from '../lib/store.js';

/** @typedef {import('../types').State} State */

/** @type {State} */
const START = {
  status: 'connecting',
  bot: null,
  guilds: [],
  users: {},
  guild: null,
  place: { guild: null, channel: null },
  me: null,
  messages: {},
  more: {},
  ephemerals: [],
  dms: [],
  commands: [],
  dmCommands: [],
  access: {},
  modal: null,
  dialog: null,
  draft: null,
  pending: {},
  failures: {},
  unread: {},
  requests: [],
  faults: [],
  faultDraft: null,
  aside: null,
  drawer: false,
  notice: '',
  theme: 'light',
};

export const store = createStore(START);

/**
 * Follows one value of the state.
 * @template T
 * @param {(state: State) => T} pick
 * @returns {T}
 */
export const useApp = (pick) => usePick(store, pick);

/** The membership of a user in the server on show. @param {State} state @param {string | null | undefined} userId */
export const memberOf = (state, userId) => state.guild?.members.find((member) => member.user.id === userId);

/** The name a user goes by in the server on show. @param {State} state @param {string} userId */
export function nameOf(state, userId) {
  const user = state.users[userId] ?? (state.bot?.id === userId ? state.bot : undefined);
  return memberOf(state, userId)?.nick ?? user?.global_name ?? user?.username ?? 'unknown-user';
}

/** The colour of a member's name: that of the highest role that has one. @param {State} state @param {string} userId */
export function colorOf(state, userId) {
  const held = new Set(memberOf(state, userId)?.roles);
  const colored = (state.guild?.roles ?? []).filter((role) => held.has(role.id) && role.color !== 0);
  return colored.sort((a, b) => b.position - a.position)[0]?.color ?? 0;
}

/** The locale in which the member acted as uses Discord. @param {State} state */
export const localeOf = (state) => (state.me ? state.users[state.me]?.locale : undefined);

/** The channel on show, if one is. @param {State} state */
export function channelOnShow(state) {
  const list = state.place.guild === '@me' ? state.dms : (state.guild?.channels ?? []);
  return list.find((channel) => channel.id === state.place.channel);
}

/** How many messages wait to be read by the member acted as, in all the places they may see. @param {State} state */
export function unreadOf({ guild, access, dms, unread }) {
  const visible = (guild?.channels ?? []).filter(({ id }) => access[id]?.view !== false);
  return [...visible, ...dms].reduce((sum, { id }) => sum + (unread[id] ?? 0), 0);
}
