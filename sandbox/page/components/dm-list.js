/** The direct messages of the member acted as. */
import { html } from '../lib/html.js';
import { goTo } from '../state/navigate.js';
import { useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';

export function DmList() {
  const dms = useApp((state) => state.dms);
  const bot = useApp((state) => state.bot);
  const shown = useApp((state) => state.place.channel);
  const unread = useApp((state) => state.unread);
  if (dms.length === 0) return html`<p class="side-note">Nobody has written to you yet.</p>`;
  return html`<ul>
    ${dms.map(
      (dm) =>
        html`<li key=${dm.id}>
          <button
            type="button"
            class="row"
            aria-current=${shown === dm.id ? 'page' : undefined}
            onClick=${() => goTo('@me', dm.id)}
          >
            <${Avatar} id=${bot?.id ?? dm.id} name=${bot?.username ?? 'Bot'} bot=${true} size="small" />
            <span class="row-name">${bot?.global_name ?? bot?.username ?? 'Bot'}</span>
            ${(unread[dm.id] ?? 0) > 0 && html`<span class="badge">${unread[dm.id]}</span>`}
          </button>
        </li>`,
    )}
  </ul>`;
}
