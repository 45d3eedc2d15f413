/** Says that what is written answers or edits a message, and lets one give it up. */
import { html } from '../lib/html.js';
import { nameOf, store, useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';

/** @param {{draft: import('../types').Draft}} props */
export function DraftNote({ draft }) {
  const name = useApp((state) => nameOf(state, draft.message.author.id));
  return html`<p class="draft">
    <span class="row-name">${draft.kind === 'edit' ? 'Editing a message' : `Replying to ${name}`}</span>
    <button type="button" class="icon-button" aria-label="Give it up" onClick=${() => store.set({ draft: null })}>
      <${Icon} name="close" />
    </button>
  </p>`;
}
