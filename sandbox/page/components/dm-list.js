/** The direct messages of the member acted as. */
import { html } from '../lib/html.js';
import { goTo } from '../state/navigate.js';
import { writeToBot } from '../state/people.js';
import { useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';
import { Icon } from 'discord-view/icon.js';

export function DmList() {
  const dms = useApp((state) => state.dms);
  const bot = useApp((state) => state.bot);
  const shown = useApp((state) => state.place.channel);
  const unread = useApp((state) => state.unread);
  if (dms.length === 0)
    return html`<div class="side-note"><p>The bot has not written to you yet.</p><${WriteFirst} /></div>`;
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

/** Discord lets people write to a bot first. */
export function WriteFirst() {
  const name = useApp((state) => state.bot?.global_name ?? state.bot?.username ?? 'the bot');
  const me = useApp((state) => state.me);
  const failure = useApp((state) => state.failures['dms']);
  if (!me) return null;
  return html`<button type="button" class="dv-button dv-primary dv-small" onClick=${() => void writeToBot()}>
      <${Icon} name="chat" />Write to ${name}
    </button>
    ${failure && html`<p class="dv-failure">${failure}</p>`}`;
}
