/** Interactions: what happens when a member uses a component, a command or a modal. */
import { api } from '../lib/api.js';
import { attempt, clearFailure, fail } from './actions.js';
import { store } from './store.js';

/** @typedef {import('../types').Outcome} Outcome */
/** @typedef {import('../types').Modal} Modal */

const MODAL = 9;

/** @param {Outcome} report @param {string} about the message or channel beside which a failure is shown */
function conclude(report, about) {
  if (report.failed) return fail(about, 'This interaction failed');
  if (report.type !== MODAL) return;
  const data = /** @type {Omit<Modal, 'interaction_id'>} */ (report.data);
  store.set({ modal: { ...data, interaction_id: report.interaction_id } });
}

/** @param {string} key @param {boolean} waiting */
function setPending(key, waiting) {
  store.set(({ pending: { [key]: _old, ...pending } }) => ({
    pending: waiting ? { ...pending, [key]: true } : pending,
  }));
}

/**
 * Clicks a button or chooses in a menu of a message.
 * @param {string} messageId @param {string} customId @param {string[]} [values]
 */
export async function useComponent(messageId, customId, values) {
  const { me, pending } = store.get();
  const key = `${messageId}/${customId}`;
  if (!me || pending[key]) return;
  setPending(key, true);
  const body = { message_id: messageId, user_id: me, custom_id: customId, ...(values ? { values } : {}) };
  await attempt(messageId, async () => conclude(await api.interact('component', body), messageId));
  setPending(key, false);
}

/** The server of an interaction; none in direct messages. @param {import('../types').Place} place */
const whereabouts = (place) => (place.guild && place.guild !== '@me' ? { guild_id: place.guild } : {});

/**
 * Sends a slash command. Gives whether it was answered.
 * @param {string} name `event show`: the command with its subcommand @param {object[]} options
 */
export async function sendCommand(name, options) {
  const { me, place } = store.get();
  const channelId = place.channel;
  if (!me || !channelId) return false;
  const body = { ...whereabouts(place), channel_id: channelId, user_id: me, name, options };
  return attempt(channelId, async () => conclude(await api.interact('command', body), channelId));
}

/** Uses a command of the menu of a user or message. @param {import('../types').Command} command @param {string} targetId */
export async function useMenu(command, targetId) {
  const { me, place } = store.get();
  const channelId = place.channel;
  if (!me || !channelId) return;
  const { name, type } = command;
  const body = { ...whereabouts(place), channel_id: channelId, user_id: me, name, type, target_id: targetId };
  await attempt(channelId, async () => conclude(await api.interact('command', body), channelId));
}

/**
 * Asks the bot which choices to offer.
 * @param {string} name @param {object[]} options the one being typed has `focused: true`
 * @returns {Promise<{name: string, value: string | number}[]>} none when the bot does not answer
 */
export async function askChoices(name, options) {
  const { me, place } = store.get();
  if (!me || !place.channel) return [];
  try {
    const body = { ...whereabouts(place), channel_id: place.channel, user_id: me, name, options };
    const report = await api.interact('autocomplete', body);
    const data = /** @type {{choices?: {name: string, value: string | number}[]} | null} */ (report.data);
    return data?.choices ?? [];
  } catch {
    return [];
  }
}

/** Sends the modal on show. @param {Record<string, string | string[] | boolean>} fields by custom id */
export async function submitModal(fields) {
  const { me, modal, place } = store.get();
  if (!me || !modal) return;
  const body = { interaction_id: modal.interaction_id, user_id: me, custom_id: modal.custom_id, fields };
  const about = place.channel ?? modal.interaction_id;
  clearFailure(modal.interaction_id);
  try {
    const report = await api.interact('modal', body);
    if (report.failed) return fail(modal.interaction_id, 'Something went wrong. Try again.');
    store.set({ modal: null });
    conclude(report, about);
  } catch (error) {
    fail(modal.interaction_id, error instanceof Error ? error.message : String(error));
  }
}
