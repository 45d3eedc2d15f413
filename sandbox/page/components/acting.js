/** Who you are: opens the list of members to act as. */
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { actAs } from '../state/actions.js';
import { nameOf, useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';
import { Icon } from 'discord-view/icon.js';

export function Acting() {
  const me = useApp((state) => state.me);
  const name = useApp((state) => (state.me ? nameOf(state, state.me) : 'Nobody'));
  const user = useApp((state) => (state.me ? state.users[state.me] : undefined));
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  return html`<div class="acting">
    <button type="button" class="acting-button" aria-haspopup="dialog" onClick=${() => setOpen(true)}>
      <${Avatar} id=${me ?? '0'} name=${name} />
      <span class="acting-words">
        <span class="acting-label">Acting as${user?.locale ? ` · ${user.locale}` : ''}</span>
        <span class="acting-name">${name}</span>
      </span>
      <${Icon} name="chevron" />
    </button>
    ${
      open &&
      html`<dialog
        ref=${dialog}
        class="dialog people-dialog"
        aria-labelledby="act-as-title"
        onClose=${() => setOpen(false)}
      >
        <${PeoplePicker} onDone=${() => dialog.current?.close()} />
      </dialog>`
    }
  </div>`;
}

/** @param {{onDone: () => void}} props */
function PeoplePicker({ onDone }) {
  const members = useApp((state) => state.guild?.members) ?? [];
  const me = useApp((state) => state.me);
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const people = members.filter(
    ({ user, nick }) =>
      !user.bot && `${nick ?? ''} ${user.global_name ?? ''} ${user.username}`.toLowerCase().includes(wanted),
  );
  const choose = (/** @type {string} */ id) => {
    onDone();
    void actAs(id);
  };
  return html`
    <header class="dialog-head">
      <h2 id="act-as-title">Act as</h2>
      <button type="button" class="icon-button" aria-label="Close" onClick=${onDone}>
        <${Icon} name="close" />
      </button>
    </header>
    <label class="field">
      <span class="field-label">Find a member</span>
      <input
        class="input"
        type="search"
        autocomplete="off"
        value=${filter}
        onInput=${(/** @type {import('../types').InputChange} */ event) => setFilter(event.currentTarget.value)}
      />
    </label>
    <ul class="people">
      ${people.slice(0, 100).map(
        ({ user, nick }) =>
          html`<li key=${user.id}>
            <button
              type="button"
              class="row person"
              aria-current=${user.id === me ? 'true' : undefined}
              onClick=${() => choose(user.id)}
            >
              <${Avatar} id=${user.id} name=${nick ?? user.global_name ?? user.username} size="small" />
              <span class="row-name">${nick ?? user.global_name ?? user.username}</span>
              <span class="dv-muted">${user.username}</span>
              ${user.id === me && html`<${Icon} name="check" />`}
            </button>
          </li>`,
      )}
    </ul>
    ${people.length === 0 && html`<p class="side-note">No such member.</p>`}
  `;
}
