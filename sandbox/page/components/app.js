/** The whole page: servers, channels, the place on show, and a side panel. */
import { focus, useFocusInside } from '../lib/focus.js';
import { html } from '../lib/html.js';
import { store, useApp } from '../state/store.js';
import { Aside } from './aside.js';
import { Dialogs } from './dialogs.js';
import { ModalDialog } from './modal.js';
import { Place } from './place.js';
import { Rail } from './rail.js';
import { Sidebar } from './sidebar.js';

export function App() {
  const drawer = useApp((state) => state.drawer);
  const aside = useApp((state) => state.aside);
  const modal = useApp((state) => state.modal);
  const notice = useApp((state) => state.notice);
  const status = useApp((state) => state.status);
  useFocusInside(drawer, { into: '.drawer button[aria-current]', close: () => store.set({ drawer: false }) });
  return html`
    <a class="skip" href="#place" onClick=${focusPlace}>Skip to messages</a>
    <div class=${`shell ${drawer ? 'shell-drawer' : ''} ${aside ? `shell-aside aside-is-${aside}` : ''}`}>
      <div class="drawer" id="drawer">
        <${Rail} />
        <${Sidebar} />
      </div>
      <button
        type="button"
        class="scrim"
        aria-label="Close the list of channels"
        onClick=${() => store.set({ drawer: false })}
      ></button>
      <${Place} />
      ${aside && html`<${Aside} kind=${aside} />`}
    </div>
    ${modal && html`<${ModalDialog} key=${modal.interaction_id} modal=${modal} />`}
    <${Dialogs} />
    <div class="sr-only" role="status">${notice}</div>
    ${status === 'lost' && html`<div class="lost" role="alert">Connection to the sandbox lost. Trying again…</div>`}
  `;
}

/** @param {Event} event */
function focusPlace(event) {
  event.preventDefault();
  focus('#place');
}
