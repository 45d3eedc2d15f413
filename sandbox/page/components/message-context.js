/** What a message answers to (a reply, a command), and the messages that Discord itself writes. */
import { html } from '../lib/html.js';
import { nameOf, useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';

/** @typedef {import('../types').Message} Message */

const REPLY = 19;
const COMMAND = 2;

/** @type {Record<number, {icon: string, words: (message: Message) => string}>} */
const SYSTEM = {
  6: { icon: 'pin', words: () => 'pinned a message to this channel.' },
  7: { icon: 'person', words: () => 'joined the server.' },
  18: { icon: 'thread', words: (message) => `started a thread: ${message.content}` },
};

/** Whether Discord wrote the message, about what its author did. @param {Message} message */
export const isSystem = (message) => message.type in SYSTEM;

/** @param {{message: Message, name: string}} props */
export function SystemMessage({ message, name }) {
  const kind = SYSTEM[message.type];
  if (!kind) return null;
  return html`<p class="system">
    <${Icon} name=${kind.icon} /><span><strong>${name}</strong> ${kind.words(message)}</span>
  </p>`;
}

/** The line above a message that says what it answers. @param {{message: Message}} props */
export function Above({ message }) {
  const used = message.interaction_metadata;
  if (used?.type === COMMAND)
    return html`<${UsedCommand} id=${used.user.id} name=${used.name ?? 'a command'} />`;
  if (message.type !== REPLY) return null;
  const original = message.referenced_message;
  if (!original) return html`<p class="above"><span class="bend"></span>Original message was deleted</p>`;
  return html`<p class="above">
    <span class="bend"></span
    ><strong>${original.author.username}</strong> ${original.content.slice(0, 90) || 'an embed'}
  </p>`;
}

/** @param {{id: string, name: string}} props */
function UsedCommand({ id, name }) {
  const who = useApp((state) => nameOf(state, id));
  return html`<p class="above">
    <span class="bend"></span><strong>${who}</strong> used <span class="dv-mention">/${name}</span>
  </p>`;
}
