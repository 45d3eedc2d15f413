/** Threads and forum posts: started, closed, opened, entered and left by the member acted as. */
import { api } from '../lib/api.js';
import { attempt } from './actions.js';
import { reduceDispatch } from './dispatch.js';
import { goTo } from './navigate.js';
import { store } from './store.js';

/** @typedef {import('../types').Channel} Channel */

const FORUMS = new Set([15, 16]);
const THREADS = new Set([10, 11, 12]);
const PRIVATE = 12;
const STARTS_THREADS = new Set([0, 5]);
const PINNED = 2;

/** @param {{type: number}} channel */
export const isForum = (channel) => FORUMS.has(channel.type);
/** @param {{type: number}} channel */
export const isThread = (channel) => THREADS.has(channel.type);
/** @param {{type: number}} channel */
export const isPrivate = (channel) => channel.type === PRIVATE;
/** Whether threads can start in a channel. @param {{type: number}} channel */
export const hasThreads = (channel) => STARTS_THREADS.has(channel.type);
/** Whether a post stands at the top of its forum. @param {Channel} post */
export const isPinned = (post) => ((post.flags ?? 0) & PINNED) !== 0;
/** @param {Channel} thread */
export const isClosed = (thread) => thread.thread_metadata?.archived === true;

/** Starts a thread or post and goes there. @param {string} channelId @param {object} fields */
export async function startThread(channelId, fields) {
  const { me, place } = store.get();
  if (!me) return false;
  return attempt('dialog', async () => {
    const thread = await api.startThread(channelId, { user_id: me, ...fields });
    // The stream may tell of it later.
    store.set((state) => ({ dialog: null, ...reduceDispatch(state, 'THREAD_CREATE', thread) }));
    if (place.guild) goTo(place.guild, thread.id);
  });
}

/** @param {Channel} thread @param {{archived?: boolean, locked?: boolean, flags?: number}} fields */
export async function changeThread(thread, fields) {
  const { me } = store.get();
  if (me) await attempt(thread.id, () => api.changeThread(thread.id, { user_id: me, ...fields }));
}

/** @param {Channel} thread */
export const togglePinnedPost = (thread) => changeThread(thread, { flags: isPinned(thread) ? 0 : PINNED });

/** Enters a thread, or leaves it. @param {Channel} thread @param {boolean} wanted */
export async function enterThread(thread, wanted) {
  const { me } = store.get();
  if (me) await attempt(thread.id, () => api.threadMember(thread.id, me, wanted));
}
