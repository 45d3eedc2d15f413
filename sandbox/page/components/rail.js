/** The servers that the bot is in, and direct messages, at the far left. */
import { hueOf, initials } from 'discord-view/format.js';
import { html } from '../lib/html.js';
import { toggleTheme } from '../state/actions.js';
import { goTo } from '../state/navigate.js';
import { store, useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';

export function Rail() {
  const guilds = useApp((state) => state.guilds);
  const shown = useApp((state) => state.place.guild);
  const theme = useApp((state) => state.theme);
  const mail = useApp((state) => state.dms.reduce((sum, dm) => sum + (state.unread[dm.id] ?? 0), 0));
  const other = theme === 'dark' ? 'light' : 'dark';
  return html`<nav class="rail" aria-label="Servers">
    <ul>
      <li>
        <button
          type="button"
          class="rail-item rail-home"
          aria-label=${mail ? `Direct messages, ${mail} unread` : 'Direct messages'}
          title="Direct messages"
          aria-current=${shown === '@me' ? 'page' : undefined}
          onClick=${() => goTo('@me')}
        >
          <${Icon} name="chat" />
          ${mail > 0 && html`<span class="badge" aria-hidden="true">${mail}</span>`}
        </button>
      </li>
      ${guilds.map(
        (guild) =>
          html`<li key=${guild.id}>
            <button
              type="button"
              class="rail-item"
              style=${{ '--hue': String(hueOf(guild.id)) }}
              title=${guild.name}
              aria-current=${shown === guild.id ? 'page' : undefined}
              onClick=${() => goTo(guild.id)}
            >
              <span class="sr-only">${guild.name}</span><span aria-hidden="true">${initials(guild.name)}</span>
            </button>
          </li>`,
      )}
      <li>
        <button
          type="button"
          class="rail-item rail-new"
          aria-label="Make a server"
          title="Make a server"
          onClick=${() => store.set({ dialog: { kind: 'new-server' } })}
        >
          <${Icon} name="plus" />
        </button>
      </li>
    </ul>
    <button
      type="button"
      class="rail-item rail-theme"
      aria-label=${`Use the ${other} theme`}
      title=${`Use the ${other} theme`}
      onClick=${toggleTheme}
    >
      <${Icon} name=${theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  </nav>`;
}
