/** All threads of a channel that the member acted as sees: open ones, closed ones, and the way to a new one. */
import { html } from '../lib/html.js';
import { compareIds } from '../lib/format.js';
import { plural } from 'discord-view/format.js';
import { Icon } from 'discord-view/icon.js';
import { goTo } from '../state/navigate.js';
import { store, useApp } from '../state/store.js';
import { isClosed, isThread } from '../state/threads.js';
import { iconOf } from './channel-icon.js';
import { closeDialog, Dialog } from './dialog.js';

/** @typedef {import('../types').Channel} Channel */

/** @param {{place: {channel_id: string}}} props */
export function ThreadsDialog({ place }) {
  const channels = useApp((state) => state.guild?.channels) ?? [];
  const access = useApp((state) => state.access);
  const threads = channels
    .filter((one) => isThread(one) && one.parent_id === place.channel_id && access[one.id]?.view !== false)
    .sort((a, b) => compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id));
  const open = threads.filter((thread) => !isClosed(thread));
  const closed = threads.filter(isClosed);
  return html`<${Dialog} title="Threads">
    <button
      type="button"
      class="dv-button dv-primary"
      onClick=${() => store.set({ dialog: { kind: 'new-thread', channel_id: place.channel_id } })}
    >
      <${Icon} name="plus" />Start a thread
    </button>
    ${threads.length === 0 && html`<p class="dialog-note">No thread yet. The bot or a member can start one.</p>`}
    <${Group} title="Open" threads=${open} />
    <${Group} title="Closed" threads=${closed} />
  <//>`;
}

/** @param {{title: string, threads: Channel[]}} props */
function Group({ title, threads }) {
  const guild = useApp((state) => state.guild?.id);
  const messages = useApp((state) => state.messages);
  if (threads.length === 0 || !guild) return null;
  const go = (/** @type {string} */ id) => {
    closeDialog();
    goTo(guild, id);
  };
  return html`<section aria-label=${title}>
    <h3 class="category">${title} — ${threads.length}</h3>
    <ul>
      ${threads.map(
        (thread) =>
          html`<li key=${thread.id}>
            <button type="button" class="row" onClick=${() => go(thread.id)}>
              <${Icon} name=${iconOf(thread)} /><span class="row-name">${thread.name}</span
              ><span class="dv-muted">${plural(messages[thread.id]?.length ?? 0, 'message')}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
