/** What a message answers to (a reply, a command), and the messages that Discord itself writes. */
import { html } from '../lib/html.js';
import { nameOf, useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';
import { InlineMarkdown } from 'discord-view/markdown/render.js';

/** @typedef {import('../types').Message} Message */

const REPLY = 19;
const COMMAND = 2;

/** @param {string} words @returns {(message: Message) => string} */
const always = (words) => () => words;

/** @param {Message} message */
const whom = (message) => message.mentions.map((user) => user.global_name ?? user.username).join(', ');

/** @type {Record<number, {icon: string, words: (message: Message) => string}>} */
const SYSTEM = {
  1: { icon: 'person', words: (message) => `added ${whom(message)} to the group.` },
  2: { icon: 'person', words: (message) => `removed ${whom(message)} from the group.` },
  6: { icon: 'pin', words: always('pinned a message to this channel.') },
  7: { icon: 'person', words: always('joined the server.') },
  8: { icon: 'boost', words: always('boosted the server!') },
  9: { icon: 'boost', words: always('boosted the server, which has reached level 1!') },
  10: { icon: 'boost', words: always('boosted the server, which has reached level 2!') },
  11: { icon: 'boost', words: always('boosted the server, which has reached level 3!') },
  12: { icon: 'megaphone', words: (message) => `lets this channel follow ${message.content}.` },
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
    ><strong><${Name} id=${original.author.id} or=${original.author.username} /></strong>
    <span class="above-text">${original.content ? html`<${InlineMarkdown} text=${original.content.slice(0, 90)} />` : SHOWN_BY_KIND.find(([has]) => has(original))?.[1]}</span>
  </p>`;
}

/** What is said of a message without a text. @type {[(message: Message) => boolean, string][]} */
const SHOWN_BY_KIND = [
  [(message) => message.poll !== undefined, 'a poll'],
  [(message) => (message.sticker_items ?? []).length > 0, 'a sticker'],
  [(message) => message.attachments.length > 0, 'a file'],
  [(message) => message.embeds.length > 0, 'an embed'],
  [() => true, 'a message'],
];

/** @param {{id: string, or: string}} props */
function Name({ id, or }) {
  const name = useApp((state) => nameOf(state, id));
  return name === 'unknown-user' ? or : name;
}

/** @param {{id: string, name: string}} props */
function UsedCommand({ id, name }) {
  const who = useApp((state) => nameOf(state, id));
  return html`<p class="above">
    <span class="bend"></span><strong>${who}</strong> used <span class="dv-mention">/${name}</span>
  </p>`;
}
