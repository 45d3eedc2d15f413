/** What belongs to a whole server: a new one, and its scheduled events. */
import { api } from '../lib/api.js';
import { attempt } from './actions.js';
import { reduceDispatch } from './dispatch.js';
import { goTo } from './navigate.js';
import { store } from './store.js';

/** Kinds of channels in which one can try everything. */
const CHANNELS = [
  { name: 'general', type: 0 },
  { name: 'lounge', type: 2 },
  { name: 'ideas', type: 15 },
];
const NAME_LENGTH = { min: 2, max: 32 };

/** Makes a server with the bot and some people in it, and goes there. @param {string} name @param {string} people */
export async function makeServer(name, people) {
  const members = people
    .split(',')
    .map((username) => username.trim().slice(0, NAME_LENGTH.max))
    .filter((username) => username.length >= NAME_LENGTH.min)
    .map((username) => ({ username }));
  await attempt('server', async () => {
    const { id } = await api.makeGuild({ name, members, channels: CHANNELS });
    // The stream may tell of it later.
    store.set((state) => ({ dialog: null, ...reduceDispatch(state, 'GUILD_CREATE', { id, name }) }));
    goTo(id);
  });
}

/** Makes a scheduled event as the member acted as. @param {object} event */
export async function makeEvent(event) {
  const { me, guild } = store.get();
  if (!me || !guild) return;
  await attempt('dialog', async () => {
    await api.makeEvent(guild.id, { user_id: me, privacy_level: 2, ...event });
    store.set({ dialog: null });
  });
}

/** Starts, ends or cancels a scheduled event, as far as the member acted as may. @param {string} id @param {number} status */
export async function changeEvent(id, status) {
  const { me } = store.get();
  if (me) await attempt(id, () => api.changeEvent(id, me, status));
}
