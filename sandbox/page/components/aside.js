/** The column at the right: members, the request log or faults. */
import { isOverlay, useFocusInside } from '../lib/focus.js';
import { html } from '../lib/html.js';
import { store } from '../state/store.js';
import { Faults } from './faults.js';
import { Icon } from 'discord-view/icon.js';
import { Members } from './members.js';
import { Requests } from './requests.js';

/** @typedef {import('../types').Aside} Kind */

const PANELS = {
  members: { title: 'Members', panel: Members },
  requests: { title: 'Requests', panel: Requests },
  faults: { title: 'Faults', panel: Faults },
};

const close = () => store.set({ aside: null });

/** @param {{kind: Kind}} props */
export function Aside({ kind }) {
  const { title, panel } = PANELS[kind];
  useFocusInside(isOverlay(), { into: '.aside button', close });
  return html`<aside class="aside" aria-label=${title}>
    <header class="aside-head">
      <h2>${title}</h2>
      <button
        type="button"
        class="icon-button"
        aria-label=${`Close ${title}`}
        onClick=${close}
      >
        <${Icon} name="close" />
      </button>
    </header>
    <div class="aside-body" tabindex="0" role="group" aria-label=${`${title}, scrollable`}><${panel} /></div>
  </aside>`;
}
