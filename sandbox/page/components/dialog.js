/** A dialog over the page; the browser keeps the focus inside, and Escape closes it. */
import { html, useEffect, useRef } from '../lib/html.js';
import { clearFailure } from '../state/actions.js';
import { store, useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';

/** Closes the dialog on show. */
export const closeDialog = () => store.set({ dialog: null });

/** @param {{title: string, children?: unknown, wide?: boolean}} props */
export function Dialog({ title, children, wide = false }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const failure = useApp((state) => state.failures['dialog']);
  useEffect(() => {
    const opener = document.activeElement;
    clearFailure('dialog');
    dialog.current?.showModal();
    return () => opener instanceof HTMLElement && opener.focus();
  }, []);
  return html`<dialog
    ref=${dialog}
    class=${`dialog ${wide ? 'dialog-wide' : ''}`}
    aria-labelledby="dialog-title"
    onClose=${closeDialog}
  >
    <header class="dialog-head">
      <h2 id="dialog-title">${title}</h2>
      <button type="button" class="icon-button" aria-label="Close" onClick=${closeDialog}>
        <${Icon} name="close" />
      </button>
    </header>
    <div class="dialog-body">
      ${children} ${failure && html`<p class="dv-failure" role="alert"><${Icon} name="alert" />${failure}</p>`}
    </div>
  </dialog>`;
}
