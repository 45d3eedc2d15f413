/** Where the viewer stands: kept in the address (`#/server/channel`), so that back, forward and links work. */
import { api } from '../lib/api.js';
import { focus } from '../lib/focus.js';
import { compareIds } from '../lib/format.js';
import { applySnapshot } from './live.js';
import { remember, remembered } from './memory.js';
import { store } from './store.js';

/** @typedef {import('../types').Place} Place */
/** @typedef {import('../types').Channel} Channel */
/** @typedef {import('../types').Message} Message */

const TEXT_TYPES = new Set([0, 2, 5, 10, 11, 12, 13, 15, 16]);

/** Whether there is something to read in a channel. @param {Channel} channel */
const isTextual = (channel) => TEXT_TYPES.has(channel.type);

/** Goes to a place. @param {string} guild @param {string | null} [channel] */
export function goTo(guild, channel = null) {
  const hash = channel ? `#/${guild}/${channel}` : `#/${guild}`;
  if (store.get().drawer) {
    store.set({ drawer: false });
    focus('#place');
  }
  if (location.hash === hash) void follow();
  else location.hash = hash;
}

/** Makes the state follow the address; not any more where the person has gone elsewhere while it loaded. */
export async function follow() {
  const { hash } = location;
  const [guild, channel] = hash.replace(/^#\/?/u, '').split('/');
  const known = store.get().guilds;
  const last = known.find((one) => one.id === remembered('guild')) ?? known[0];
  const wanted = guild === '@me' || known.some((one) => one.id === guild) ? guild : last?.id;
  if (!wanted) return store.set({ guild: null, place: { guild: null, channel: null } });
  if (wanted === '@me') return showHome(channel);
  remember('guild', wanted);
  if (store.get().guild?.id !== wanted) await loadGuild(wanted);
  if (location.hash === hash) showChannel(wanted, channel);
}

/** @param {string | undefined} channel */
async function showHome(channel) {
  const { hash } = location;
  const { guild, guilds } = store.get();
  // A person is always one of a server's members.
  const ground = guilds.find((one) => one.id === remembered('guild')) ?? guilds[0];
  if (!guild && ground) await loadGuild(ground.id);
  if (location.hash !== hash) return;
  store.set({ place: { guild: '@me', channel: channel ?? null } });
  await loadDms();
  const { dms, place } = store.get();
  if (place.guild !== '@me') return;
  const shown = dms.find((dm) => dm.id === channel) ?? dms[0];
  store.set({ place: { guild: '@me', channel: shown?.id ?? null } });
  if (shown) markRead(shown.id);
}

/** @param {string} guildId @param {string | undefined} channel */
function showChannel(guildId, channel) {
  const channels = store.get().guild?.channels ?? [];
  const last = remembered(`channel.${guildId}`);
  const shown =
    channel === 'events'
      ? 'events'
      : (
          channels.find((one) => one.id === channel) ??
          newestIn(channels) ??
          channels.find((one) => one.id === last) ??
          channels.find((one) => one.type === 0) ??
          channels.find(isTextual)
        )?.id;
  store.set({ place: { guild: guildId, channel: shown ?? null } });
  if (!shown || shown === 'events') return;
  remember(`channel.${guildId}`, shown);
  markRead(shown);
}

/** Where the newest message is that the member acted as may see. @param {Channel[]} channels */
function newestIn(channels) {
  const { messages, access } = store.get();
  const newest = (/** @type {Channel} */ { id }) => messages[id]?.at(-1)?.id ?? '0';
  return channels
    .filter((channel) => newest(channel) !== '0' && access[channel.id]?.view !== false)
    .sort((a, b) => compareIds(newest(b), newest(a)))[0];
}

/** Notes that a channel's messages were seen, also for the next visit. @param {string} channelId */
export function markRead(channelId) {
  const last = store.get().messages[channelId]?.at(-1)?.id;
  if (last) remember(`read.${channelId}`, last);
  store.set((state) => ({ unread: { ...state.unread, [channelId]: 0 } }));
}

/** How many messages came since the last visit, by channel. @param {Record<string, Message[]>} messages */
function unreadIn(messages) {
  const { me, unread } = store.get();
  const counts = Object.entries(messages).map(([channel, list]) => {
    const read = remembered(`read.${channel}`) ?? '0';
    const since = list.filter(({ id, author }) => author.id !== me && compareIds(id, read) > 0);
    return [channel, since.length];
  });
  return { ...unread, ...Object.fromEntries(counts) };
}

/** Loads a server and makes it the one on show. @param {string} guildId */
async function loadGuild(guildId) {
  const answer = await api.guild(guildId);
  const { me, users } = store.get();
  const people = Object.fromEntries(answer.guild.members.map((member) => [member.user.id, member.user]));
  applySnapshot(answer.seq, {
    guild: answer.guild,
    messages: { ...store.get().messages, ...answer.messages },
    more: { ...store.get().more, ...answer.more },
    ephemerals: answer.ephemerals,
    users: { ...users, ...people },
    unread: unreadIn(answer.messages),
  });
  const person = chooseMember(guildId, me);
  if (person !== me) store.set({ me: person });
  await Promise.all([loadAccess(), loadDms()]);
}

/** Who to act as in a server: who it was, else the last one there, else its first person. @param {string} guildId @param {string | null} me */
function chooseMember(guildId, me) {
  const members = store.get().guild?.members ?? [];
  const people = members.filter((member) => !member.user.bot).map((member) => member.user.id);
  const candidates = [me, remembered(`member.${guildId}`), people[0]];
  return candidates.find((id) => id && people.includes(id)) ?? null;
}

/** What the member acted as may see, do and command in the server on show. */
export async function loadAccess() {
  const { guild, me } = store.get();
  if (!guild || !me) return store.set({ access: {}, commands: [] });
  const { channels, commands } = await api.access(guild.id, me);
  const now = store.get();
  if (now.guild?.id === guild.id && now.me === me) store.set({ access: channels, commands });
}

/** The direct messages of the member acted as. */
export async function loadDms() {
  const { me } = store.get();
  if (!me) return store.set({ dms: [] });
  const answer = await api.dms(me);
  if (store.get().me !== me) return;
  applySnapshot(answer.seq, {
    dms: answer.channels,
    dmCommands: answer.commands,
    messages: { ...store.get().messages, ...answer.messages },
    more: { ...store.get().more, ...answer.more },
    unread: unreadIn(answer.messages),
  });
}
