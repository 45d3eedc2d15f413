/** What a person can do on the page. */
import { api } from '../lib/api.js';
import { loadAccess, loadDms } from './navigate.js';
import { remember, remembered } from './memory.js';
import { nameOf, store } from './store.js';

/** @typedef {import('../types').Aside} Aside */
/** @typedef {import('../types').Outcome} Outcome */

/** Tells assistive technology something, once. @param {string} notice */
export const announce = (notice) => store.set({ notice });

/** Acts as another member from now on. @param {string} userId */
export async function actAs(userId) {
  store.set({ me: userId, modal: null, failures: {} });
  const { guild } = store.get();
  if (guild) remember(`member.${guild.id}`, userId);
  announce(`You are now ${nameOf(store.get(), userId)}`);
  await Promise.all([loadAccess(), loadDms()]);
  const { place, dms } = store.get();
  if (place.guild === '@me') store.set({ place: { guild: '@me', channel: dms[0]?.id ?? null } });
}

/** Opens a side panel, or closes it when it is open. @param {Aside} aside */
export async function toggleAside(aside) {
  const open = store.get().aside === aside ? null : aside;
  store.set({ aside: open });
  if (open) remember('aside', open);
  if (open === 'requests') store.set({ requests: await api.requests() });
  if (open === 'faults') store.set({ faults: await api.faults() });
}

/** The theme the viewer chose, else the system's. */
export function startTheme() {
  const chosen = remembered('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (/** @type {string} */ theme) => {
    document.documentElement.dataset['theme'] = theme;
    store.set({ theme: theme === 'dark' ? 'dark' : 'light' });
  };
  apply(chosen ?? (system.matches ? 'dark' : 'light'));
  system.addEventListener('change', () => remembered('theme') ?? apply(system.matches ? 'dark' : 'light'));
}

/** From light to dark and back. */
export function toggleTheme() {
  const theme = store.get().theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme;
  remember('theme', theme);
  store.set({ theme });
}

/** Loads the messages before those on show. @param {string} channelId */
export async function loadOlder(channelId) {
  const first = store.get().messages[channelId]?.[0];
  if (!first) return;
  const { messages, more } = await api.older(channelId, first.id);
  store.set((state) => ({
    messages: { ...state.messages, [channelId]: [...messages, ...(state.messages[channelId] ?? [])] },
    more: { ...state.more, [channelId]: more },
  }));
}

/** Marks or unmarks interest in a scheduled event. @param {string} eventId @param {boolean} wanted */
export async function setInterest(eventId, wanted) {
  const { me } = store.get();
  if (!me) return;
  await attempt(eventId, () => api.interest(eventId, me, wanted));
}

/** Posts a text as the member acted as; or answers a message with it, or edits one. @param {string} channelId @param {string} content @param {File[]} [files] */
export async function post(channelId, content, files = []) {
  const { me, draft } = store.get();
  if (!me) return false;
  const sent = await attempt(channelId, () => {
    if (draft?.kind === 'edit') return api.edit(draft.message.id, { user_id: me, content });
    const reply = draft ? { message_reference: { message_id: draft.message.id } } : {};
    return api.post({ channel_id: channelId, user_id: me, content, ...reply }, files);
  });
  if (sent) store.set({ draft: null });
  return sent;
}

/** Writes into the composer, for the member to go on. @param {string} text */
export function typeForMember(text) {
  const box = document.querySelector('.composer-text');
  if (!(box instanceof HTMLTextAreaElement)) return;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.focus();
}

/** Takes an ephemeral message off the screen. @param {string} id */
export async function dismiss(id) {
  const { me } = store.get();
  store.set((state) => ({ ephemerals: state.ephemerals.filter((one) => one.message.id !== id) }));
  if (me) await attempt(id, () => api.dismiss(id, me));
}

/**
 * Runs a call; when it fails, notes why beside the thing it was about.
 * @param {string} about @param {() => Promise<unknown>} work
 */
export async function attempt(about, work) {
  clearFailure(about);
  try {
    await work();
    return true;
  } catch (error) {
    fail(about, error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** @param {string} about @param {string} reason */
export function fail(about, reason) {
  store.set((state) => ({ failures: { ...state.failures, [about]: reason }, notice: reason }));
}

/** @param {string} about */
export function clearFailure(about) {
  if (!store.get().failures[about]) return;
  store.set(({ failures: { [about]: _gone, ...failures } }) => ({ failures }));
}
