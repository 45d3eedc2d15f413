/** Where a message is passed on to. */
import { html } from '../lib/html.js';
import { Icon } from 'discord-view/icon.js';
import { messageOf } from '../state/messages.js';
import { forward } from '../state/people.js';
import { useApp } from '../state/store.js';
import { Dialog } from './dialog.js';
import { iconOf } from './channel-icon.js';

const TEXTUAL = new Set([0, 2, 5, 10, 11, 12, 13]);

/** @param {{place: {channel_id: string, message_id: string}}} props */
export function ForwardDialog({ place }) {
  const message = useApp((state) => messageOf(state, place));
  const channels = useApp((state) => state.guild?.channels) ?? [];
  const access = useApp((state) => state.access);
  const open = channels.filter(({ id, type }) => TEXTUAL.has(type) && access[id]?.send);
  return html`<${Dialog} title="Forward to">
    ${open.length === 0 && html`<p class="dv-muted">There is no channel here that you may write in.</p>`}
    <ul>
      ${open.map(
        (channel) =>
          html`<li key=${channel.id}>
            <button type="button" class="row" onClick=${() => message && void forward(message, channel.id)}>
              <${Icon} name=${iconOf(channel)} /><span class="row-name">${channel.name}</span>
            </button>
          </li>`,
      )}
    </ul>
  <//>`;
}
