/** The channels of the server on show that the member acted as may see, below their categories, with their threads. */
import { compareIds } from '../lib/format.js';
import { html } from '../lib/html.js';
import { goTo } from '../state/navigate.js';
import { useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';
import { iconOf } from './channel-icon.js';
import { VoicePeople } from './voice-people.js';

/** @typedef {import('../types').Channel} Channel */

const CATEGORY = 4;
const VOICE = new Set([2, 13]);
const THREADS = new Set([10, 11, 12]);

/** @param {Channel} a @param {Channel} b */
const byPosition = (a, b) => (a.position ?? 0) - (b.position ?? 0) || compareIds(a.id, b.id);

export function ChannelList() {
  const all = useApp((state) => state.guild?.channels) ?? [];
  const access = useApp((state) => state.access);
  const visible = all.filter((channel) => access[channel.id]?.view !== false);
  const sorted = visible.filter((channel) => !THREADS.has(channel.type)).sort(byPosition);
  const categories = sorted.filter((channel) => channel.type === CATEGORY);
  const known = new Set(categories.map((category) => category.id));
  const loose = sorted.filter((channel) => channel.type !== CATEGORY && !known.has(channel.parent_id ?? ''));
  const threads = visible.filter(
    (channel) => THREADS.has(channel.type) && !channel.thread_metadata?.archived,
  );
  const group = (/** @type {Channel[]} */ channels) =>
    html`<${ChannelGroup} channels=${channels} threads=${threads} />`;
  return html`
    ${group(loose)}
    ${categories.map((category) => {
      const children = sorted.filter((channel) => channel.parent_id === category.id);
      return html`<section key=${category.id} aria-labelledby=${`category-${category.id}`}>
        <h2 class="category" id=${`category-${category.id}`}>${category.name}</h2>
        ${group(children)}
      </section>`;
    })}
  `;
}

/** @param {{channels: Channel[], threads: Channel[]}} props */
const ChannelGroup = ({ channels, threads }) =>
  html`<ul>
    ${channels.map((channel) => {
      const own = threads
        .filter((thread) => thread.parent_id === channel.id)
        .sort((a, b) => compareIds(a.id, b.id));
      return html`<li key=${channel.id}>
        <${ChannelRow} channel=${channel} />
        ${VOICE.has(channel.type) && html`<${VoicePeople} channel=${channel} />`}
        ${
          own.length > 0 &&
          html`<ul class="threads" aria-label=${`Threads of ${channel.name}`}>
            ${own.map((thread) => html`<li key=${thread.id}><${ChannelRow} channel=${thread} /></li>`)}
          </ul>`
        }
      </li>`;
    })}
  </ul>`;

/** @param {{channel: Channel}} props */
function ChannelRow({ channel }) {
  const shown = useApp((state) => state.place.channel === channel.id);
  const guild = useApp((state) => state.place.guild);
  const unread = useApp((state) => state.unread[channel.id] ?? 0);
  return html`<button
    type="button"
    class=${`row ${unread ? 'row-unread' : ''}`}
    aria-current=${shown ? 'page' : undefined}
    onClick=${() => guild && goTo(guild, channel.id)}
  >
    <${Icon} name=${iconOf(channel)} />
    <span class="row-name">${channel.name}</span>
    ${unread > 0 && html`<span class="badge"><span class="sr-only">${unread} unread</span><span aria-hidden="true">${unread}</span></span>`}
  </button>`;
}
