/** The second column: the server's name, its events and channels (or direct messages), and who you are. */
import { plural } from 'discord-view/format.js';
import { html } from '../lib/html.js';
import { goTo } from '../state/navigate.js';
import { useApp } from '../state/store.js';
import { Acting } from './acting.js';
import { ChannelList } from './channel-list.js';
import { DmList } from './dm-list.js';
import { Icon } from 'discord-view/icon.js';

export function Sidebar() {
  const place = useApp((state) => state.place);
  const guild = useApp((state) => state.guild);
  const home = place.guild === '@me';
  const title = home ? 'Direct messages' : (guild?.name ?? 'Discord sandbox');
  return html`<div class="side">
    <header class="side-head">
      <h2 class="side-title">${title}</h2>
      ${!home && guild && html`<p class="side-sub">${plural(guild.members.length, 'member')}</p>`}
    </header>
    <nav class="side-list" aria-label=${home ? 'Direct messages' : 'Channels'}>
      ${home ? html`<${DmList} />` : guild && html`<${EventsLink} /><${ChannelList} />`}
    </nav>
    <${Acting} />
  </div>`;
}

function EventsLink() {
  const guild = useApp((state) => state.guild);
  const shown = useApp((state) => state.place.channel === 'events');
  const coming = (guild?.scheduled_events ?? []).filter((event) => event.status <= 2).length;
  return html`<button
    type="button"
    class="row events-link"
    aria-current=${shown ? 'page' : undefined}
    onClick=${() => guild && goTo(guild.id, 'events')}
  >
    <${Icon} name="calendar" />
    <span class="row-name">Events</span>
    ${coming > 0 && html`<span class="count"><span class="sr-only">${coming} coming</span><span aria-hidden="true">${coming}</span></span>`}
  </button>`;
}
