/** Loads all anew at each (re)connection, and what single signals make stale. */
import { api } from '../lib/api.js';
import { applySnapshot } from './live.js';
import { follow, loadAccess, loadDms, markRead } from './navigate.js';
import { store } from './store.js';

/** @typedef {import('../types').Signal} Signal */

/** Everything anew: at the start, after a lost connection, after a reset. */
export async function refresh() {
  const answer = await api.overview();
  applySnapshot(answer.seq, {
    bot: answer.bot,
    guilds: answer.guilds,
    users: answer.users,
    guild: null,
    messages: {},
    ephemerals: [],
    requests: await api.requests(),
    faults: await api.faults(),
  });
  await follow();
}

const ACCESS = /^(CHANNEL_|THREAD_|GUILD_ROLE_|GUILD_MEMBER_UPDATE)/u;

/** @type {Record<string, ReturnType<typeof setTimeout>>} */
const timers = {};

/** What a signal asks for beyond the change of the state that it makes by itself. @param {Signal} signal */
export function heed(signal) {
  if (signal.kind === 'reset') return void refresh();
  if (signal.kind === 'request') return heedRequest(signal);
  if (signal.kind !== 'dispatch') return;
  const { guild, guilds, dms, me } = store.get();
  const name = signal.t ?? '';
  if (name === 'GUILD_CREATE' && (!guild || guild.id === signal.d?.['id'])) return void reload();
  if (name === 'GUILD_DELETE' && !guilds.some((one) => one.id === guild?.id)) return void reload();
  if (
    name === 'MESSAGE_CREATE' &&
    !signal.guild_id &&
    me &&
    !dms.some((dm) => dm.id === signal.d?.['channel_id'])
  ) {
    return void loadDms();
  }
  const { place } = store.get();
  if (name === 'MESSAGE_CREATE' && place.channel && signal.d?.['channel_id'] === place.channel)
    markRead(place.channel);
  if (ACCESS.test(name)) soon('access', loadAccess);
}

/** Commands are registered, and faults used up, by requests, of which the gateway says nothing. @param {Signal} signal */
function heedRequest({ request }) {
  if (request && request.method !== 'GET' && /^\/applications\/.*\/commands/u.test(request.route ?? '')) {
    soon('access', loadAccess);
    soon('dms', loadDms);
  }
  if (store.get().faults.length > 0) soon('faults', async () => store.set({ faults: await api.faults() }));
}

/** Does something once after a burst of reasons for it. @param {string} name @param {() => Promise<unknown>} work */
function soon(name, work) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(() => void work(), 150);
}

function reload() {
  store.set({ guild: null });
  return follow();
}
