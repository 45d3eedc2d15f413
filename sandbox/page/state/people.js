/** What the member acted as does besides writing: react, delete, pin, change themselves, enter voice, use menus. */
import { api } from '../lib/api.js';
import { announce, attempt } from './actions.js';
import { goTo } from './navigate.js';
import { store } from './store.js';

/** @typedef {import('../types').Draft} Draft */
/** @typedef {import('../types').Emoji} Emoji */
/** @typedef {import('../types').Message} Message */

const FORWARD = 1;

/** Types of commands that stand in menus. */
export const MENU = { user: 2, message: 3 };

/** As paths name an emoji. @param {Emoji} emoji */
const pathOf = (emoji) => (emoji.id ? `${emoji.name}:${emoji.id}` : (emoji.name ?? ''));

/** Adds a reaction, or takes one's own off. @param {Message} message @param {Emoji} emoji */
export async function toggleReaction(message, emoji) {
  const { me } = store.get();
  if (!me) return;
  const path = pathOf(emoji);
  const mine = message.reactions?.find((one) => pathOf(one.emoji) === path)?.user_ids?.includes(me);
  await attempt(message.id, () => api.react(message.id, path, me, !mine));
}

/** Votes for an answer, or takes the vote back. @param {Message} message @param {number} answerId */
export async function toggleVote(message, answerId) {
  const { me } = store.get();
  if (!me) return;
  const voted = (message.votes?.[answerId] ?? []).includes(me);
  await attempt(message.id, () => api.vote(message.id, answerId, me, !voted));
}

/** Passes a message on to another channel, and goes there. @param {Message} message @param {string} channelId */
export async function forward(message, channelId) {
  const { me, guild } = store.get();
  if (!me) return;
  const { id, channel_id } = message;
  const reference = { type: FORWARD, message_id: id, channel_id };
  const sent = await attempt('dialog', () =>
    api.post({ channel_id: channelId, user_id: me, message_reference: reference }),
  );
  if (!sent) return;
  store.set({ dialog: null });
  if (guild) goTo(guild.id, channelId);
}

/** @param {string} channelId @param {string} stickerId */
export async function sendSticker(channelId, stickerId) {
  const { me } = store.get();
  if (me)
    await attempt(channelId, () =>
      api.post({ channel_id: channelId, user_id: me, sticker_ids: [stickerId] }),
    );
}

/** Opens the direct messages of the member acted as with the bot, and goes there. */
export async function writeToBot() {
  const { me } = store.get();
  if (!me) return;
  await attempt('dms', async () => {
    const { id } = await api.openDm(me);
    goTo('@me', id);
  });
}

/** Answers or edits a message with what is written next. @param {Draft['kind']} kind @param {Message} message */
export function begin(kind, message) {
  store.set({ draft: { kind, message } });
  document.querySelector('textarea')?.focus();
}

/** @param {Message} message */
export async function remove(message) {
  const { me } = store.get();
  if (me) await attempt(message.id, () => api.remove(message.id, me));
}

/** @param {Message} message */
export async function togglePin(message) {
  const { me } = store.get();
  if (me) await attempt(message.id, () => api.pin(message.id, me, !message.pinned));
}

/** Changes how others see the member acted as. @param {{nick: string, global_name: string, status: string, avatar?: string}} fields */
export async function changeProfile({ nick, global_name, status, avatar }) {
  const { me, guild } = store.get();
  if (!me || !guild) return false;
  return attempt('profile', async () => {
    await api.person(me, { global_name: global_name || null, status, ...(avatar ? { avatar } : {}) });
    await api.member(guild.id, me, { nick: nick || null });
  });
}

/** The member acted as leaves the server; the first one who is left is acted as then. */
export async function leaveServer() {
  const { me, guild } = store.get();
  if (!me || !guild) return;
  await attempt('profile', () => api.leave(guild.id, me));
  location.reload();
}

const DISCORD_EPOCH = 1_420_070_400_000;

/** Lets somebody new into the server. @param {string} username */
export async function letJoin(username) {
  const { guild } = store.get();
  if (!guild) return false;
  const id = String(BigInt(Date.now() - DISCORD_EPOCH) << 22n);
  const joined = await attempt('join', () => api.member(guild.id, id, { username }));
  if (joined) announce(`${username} has joined`);
  return joined;
}

/** Enters a voice channel, or with null leaves the one that the member is in. @param {string | null} channelId */
export async function enterVoice(channelId) {
  const { me, guild } = store.get();
  if (me && guild) await attempt('voice', () => api.voice(guild.id, me, channelId));
}
