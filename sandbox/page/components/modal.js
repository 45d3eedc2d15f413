/** A modal that the bot opened: a form in a dialog; the browser keeps the focus inside. */
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { submitModal } from '../state/interact.js';
import { store, useApp } from '../state/store.js';
import { Icon } from 'discord-view/icon.js';
import { ModalPart, startValues } from './modal-fields.js';

/** @typedef {import('../types').Modal} Modal */
/** @typedef {import('./modal-fields.js').Value} Value */

/** @param {{modal: Modal}} props */
export function ModalDialog({ modal }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const bot = useApp((state) => state.bot?.username ?? 'the app');
  const failure = useApp((state) => state.failures[modal.interaction_id]);
  const [values, setValues] = useState(() => startValues(modal.components));
  const [sending, setSending] = useState(false);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => opener instanceof HTMLElement && opener.focus();
  }, []);
  const close = () => store.set({ modal: null });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setSending(true);
    await submitModal(values);
    setSending(false);
  };
  const change = (/** @type {string} */ id, /** @type {Value} */ value) =>
    setValues((old) => ({ ...old, [id]: value }));
  return html`<dialog
    ref=${dialog}
    class="dialog modal"
    aria-labelledby="modal-title"
    onClose=${close}
    onCancel=${close}
  >
    <form onSubmit=${submit} autocomplete="off">
      <header class="dialog-head">
        <h2 id="modal-title">${modal.title}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick=${close}>
          <${Icon} name="close" />
        </button>
      </header>
      <div class="modal-body">
        ${modal.components.map((part, at) => html`<${ModalPart} key=${at} part=${part} values=${values} onChange=${change} />`)}
        ${failure && html`<p class="dv-failure" role="alert"><${Icon} name="alert" />${failure}</p>`}
        <p class="modal-note">This form goes to ${bot}.</p>
      </div>
      <footer class="modal-foot">
        <button type="button" class="dv-button dv-quiet" onClick=${close}>Cancel</button>
        <button type="submit" class="dv-button dv-primary" disabled=${sending} aria-busy=${sending}>Submit</button>
      </footer>
    </form>
  </dialog>`;
}
