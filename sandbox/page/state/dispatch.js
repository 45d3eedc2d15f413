/** How the gateway's dispatches change what is on show. Pure: state and dispatch in, changed parts out. */
import {
  countReaction,
  countVote,
  dropMessages,
  dropReactions,
  putMessage,
  withReactions,
} from './messages.js';

/** @typedef {import('../types').State} State */
/** @typedef {import('../types').Guild} Guild */
/** @typedef {import('../types').Dispatches} Dispatches */
/**
 * @template Data
 * @typedef {import('../types').Reducer<Data>} Reducer
 */

/** @template {{id: string}} T @param {T[]} list @param {T} item */
const upsert = (list, item) =>
  list.some((one) => one.id === item.id)
    ? list.map((one) => (one.id === item.id ? { ...one, ...item } : one))
    : [...list, item];

/** @template {{id: string}} T @param {T[]} list @param {string} id */
const without = (list, id) => list.filter((one) => one.id !== id);

/**
 * Changes the server on show, if the dispatch is about it.
 * @template {{guild_id?: string | null, id?: string}} Data
 * @param {(guild: Guild, d: Data) => Partial<Guild>} change @returns {Reducer<Data>}
 */
const inGuild = (change) => (state, d) => {
  if (!state.guild || (d.guild_id ?? d.id) !== state.guild.id) return {};
  return { guild: { ...state.guild, ...change(state.guild, d) } };
};

/** @type {Reducer<Dispatches['CHANNEL_UPDATE']>} */
const putChannel = inGuild((guild, d) => ({ channels: upsert(guild.channels, d) }));

/** A channel that comes while we look has no messages yet. @type {Reducer<Dispatches['CHANNEL_CREATE']>} */
const addChannel = (state, d) => ({
  ...putChannel(state, d),
  messages: { ...state.messages, [d.id]: state.messages[d.id] ?? [] },
});
/** Who starts a thread is in it. @type {Reducer<Dispatches['THREAD_CREATE']>} */
const addThread = (state, d) => addChannel(state, { member_ids: d.owner_id ? [d.owner_id] : [], ...d });

/** @type {Reducer<Dispatches['THREAD_MEMBERS_UPDATE']>} */
const putThreadMembers = inGuild((guild, d) => {
  const added = (d.added_members ?? []).map((member) => member.user_id);
  const gone = new Set([...(d.removed_member_ids ?? []), ...added]);
  const members = (/** @type {string[]} */ before) => [...before.filter((id) => !gone.has(id)), ...added];
  return {
    channels: guild.channels.map((channel) =>
      channel.id === d.id ? { ...channel, member_ids: members(channel.member_ids ?? []) } : channel,
    ),
  };
});

/** @type {Reducer<Dispatches['GUILD_ROLE_UPDATE']>} */
const putRole = inGuild((guild, d) => ({ roles: upsert(guild.roles, d.role) }));
/** @type {Reducer<Dispatches['GUILD_SCHEDULED_EVENT_UPDATE']>} */
const putEvent = inGuild((guild, d) => ({ scheduled_events: upsert(guild.scheduled_events, d) }));

/** Who makes an event is interested in it from the start. @type {Reducer<Dispatches['GUILD_SCHEDULED_EVENT_CREATE']>} */
const addEvent = inGuild((guild, d) => ({
  scheduled_events: upsert(guild.scheduled_events, d),
  interested: d.creator_id ? { ...guild.interested, [d.id]: [d.creator_id] } : guild.interested,
}));

/** @type {Reducer<Dispatches['GUILD_MEMBER_UPDATE']>} */
const putMember = inGuild((guild, d) => {
  const known = guild.members.some((member) => member.user.id === d.user.id);
  if (!known) return { members: [...guild.members, d] };
  return {
    members: guild.members.map((member) => (member.user.id === d.user.id ? { ...member, ...d } : member)),
  };
});

/** @type {Reducer<Dispatches['GUILD_MEMBER_ADD']>} */
const addMember = (state, d) => ({
  ...putMember(state, d),
  users: { ...state.users, [d.user.id]: { ...state.users[d.user.id], ...d.user } },
});

/** @type {Reducer<Dispatches['PRESENCE_UPDATE']>} */
const putPresence = (state, d) => {
  const user = state.users[d.user.id];
  return user ? { users: { ...state.users, [user.id]: { ...user, status: d.status } } } : {};
};

/** @type {Reducer<Dispatches['VOICE_STATE_UPDATE']>} */
const putVoice = inGuild((guild, d) => {
  const { [d.user_id]: _left, ...others } = guild.voice;
  return {
    voice: d.channel_id ? { ...others, [d.user_id]: d.channel_id } : others,
    muted: { ...guild.muted, [d.user_id]: d.self_mute || d.mute },
  };
});

/** @type {Reducer<Dispatches['CHANNEL_DELETE']>} */
const dropChannel = inGuild((guild, d) => ({ channels: without(guild.channels, d.id) }));

/** @param {1 | -1} by @returns {Reducer<Dispatches['GUILD_SCHEDULED_EVENT_USER_ADD']>} */
const countInterest = (by) =>
  inGuild((guild, d) => {
    const others = (guild.interested[d.guild_scheduled_event_id] ?? []).filter((id) => id !== d.user_id);
    const ids = by === 1 ? [...others, d.user_id] : others;
    return { interested: { ...guild.interested, [d.guild_scheduled_event_id]: ids } };
  });

/** @type {{[Name in keyof Dispatches]: Reducer<Dispatches[Name]>}} */
const REDUCERS = {
  GUILD_CREATE: (state, d) => ({ guilds: upsert(state.guilds, { id: d.id, name: d.name }) }),
  GUILD_UPDATE: (state, d) => ({
    guilds: upsert(state.guilds, { id: d.id, name: d.name }),
    ...inGuild(() => ({ name: d.name }))(state, d),
  }),
  GUILD_DELETE: (state, d) => ({ guilds: without(state.guilds, d.id) }),
  CHANNEL_CREATE: addChannel,
  CHANNEL_UPDATE: putChannel,
  CHANNEL_DELETE: dropChannel,
  THREAD_CREATE: addThread,
  THREAD_UPDATE: putChannel,
  THREAD_DELETE: dropChannel,
  THREAD_MEMBERS_UPDATE: putThreadMembers,
  GUILD_EMOJIS_UPDATE: inGuild((_guild, d) => ({ emojis: d.emojis })),
  GUILD_STICKERS_UPDATE: inGuild((_guild, d) => ({ stickers: d.stickers })),
  GUILD_ROLE_CREATE: putRole,
  GUILD_ROLE_UPDATE: putRole,
  GUILD_ROLE_DELETE: inGuild((guild, d) => ({ roles: without(guild.roles, d.role_id) })),
  GUILD_MEMBER_ADD: addMember,
  GUILD_MEMBER_UPDATE: addMember,
  GUILD_MEMBER_REMOVE: inGuild((guild, d) => ({
    members: guild.members.filter((member) => member.user.id !== d.user.id),
  })),
  GUILD_SCHEDULED_EVENT_CREATE: addEvent,
  GUILD_SCHEDULED_EVENT_UPDATE: putEvent,
  GUILD_SCHEDULED_EVENT_DELETE: inGuild((guild, d) => ({
    scheduled_events: without(guild.scheduled_events, d.id),
  })),
  GUILD_SCHEDULED_EVENT_USER_ADD: countInterest(1),
  GUILD_SCHEDULED_EVENT_USER_REMOVE: countInterest(-1),
  MESSAGE_CREATE: (state, d) => putMessage(state, d, true),
  MESSAGE_UPDATE: (state, d) => putMessage(state, withReactions(state, d), false),
  MESSAGE_DELETE: (state, d) => dropMessages(state, d.channel_id, [d.id]),
  MESSAGE_DELETE_BULK: (state, d) => dropMessages(state, d.channel_id, d.ids),
  MESSAGE_REACTION_ADD: (state, d) => countReaction(state, d, 1),
  MESSAGE_REACTION_REMOVE: (state, d) => countReaction(state, d, -1),
  MESSAGE_REACTION_REMOVE_ALL: dropReactions,
  MESSAGE_REACTION_REMOVE_EMOJI: dropReactions,
  MESSAGE_POLL_VOTE_ADD: (state, d) => countVote(state, d, true),
  MESSAGE_POLL_VOTE_REMOVE: (state, d) => countVote(state, d, false),
  PRESENCE_UPDATE: putPresence,
  VOICE_STATE_UPDATE: putVoice,
};

/** @param {State} state @param {string} name the dispatch's `t` @param {unknown} d @returns {Partial<State>} */
export function reduceDispatch(state, name, d) {
  const reducers = /** @type {Record<string, Reducer<unknown> | undefined>} */ (REDUCERS);
  return reducers[name]?.(state, d) ?? {};
}
