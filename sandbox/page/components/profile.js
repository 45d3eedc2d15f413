/** How others see the member acted as, and who joins or leaves. */
import { html, useState } from '../lib/html.js';
import { dataUri } from '../lib/files.js';
import { textsOf } from '../lib/forms.js';
import { changeProfile, leaveServer, letJoin } from '../state/people.js';
import { memberOf, useApp } from '../state/store.js';
import { Field } from './field.js';
import { Icon } from 'discord-view/icon.js';

const STATUSES = ['online', 'idle', 'dnd', 'offline'];

export function Profile() {
  const me = useApp((state) => state.me);
  const member = useApp((state) => memberOf(state, state.me));
  const user = useApp((state) => (state.me ? state.users[state.me] : undefined));
  const failure = useApp((state) => state.failures['profile']);
  if (!me || !member || !user) return null;
  const submit = async (/** @type {import('../types').FormSubmit} */ event) => {
    event.preventDefault();
    const { nick = '', global_name = '', status = '' } = textsOf(event.currentTarget);
    const picture = new FormData(event.currentTarget).get('avatar');
    const avatar = picture instanceof File && picture.size > 0 ? await dataUri(picture) : undefined;
    await changeProfile({ nick, global_name, status, ...(avatar ? { avatar } : {}) });
  };
  return html`<details class="menu profile" key=${me}>
    <summary class="row"><span class="row-name">Your profile here</span><${Icon} name="chevron" /></summary>
    <form class="profile-form" onSubmit=${submit}>
      <${Field} label="Nickname"><input class="input" name="nick" maxlength="32" value=${member.nick ?? ''} /><//>
      <${Field} label="Display name">
        <input class="input" name="global_name" maxlength="32" value=${user.global_name ?? ''} />
      <//>
      <${Field} label="Status">
        <select class="input" name="status" value=${user.status ?? 'online'}>
          ${STATUSES.map((status) => html`<option key=${status} value=${status}>${status}</option>`)}
        </select>
      <//>
      <${Field} label="Avatar"><input name="avatar" type="file" accept="image/png,image/jpeg,image/gif" /><//>
      ${failure && html`<p class="dv-failure"><${Icon} name="alert" />${failure}</p>`}
      <button type="submit" class="dv-button dv-primary">Save</button>
      <button type="button" class="dv-button dv-danger" onClick=${() => void leaveServer()}>Leave the server</button>
    </form>
  </details>`;
}

/** Somebody new comes in. */
export function Join() {
  const [name, setName] = useState('');
  const failure = useApp((state) => state.failures['join']);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (name.trim() && (await letJoin(name.trim()))) setName('');
  };
  return html`<form class="join" onSubmit=${submit}>
    <${Field} label="Somebody joins">
      <input
        class="input"
        maxlength="32"
        placeholder="user name"
        value=${name}
        onInput=${(/** @type {import('../types').InputChange} */ event) => setName(event.currentTarget.value)}
      />
    <//>
    ${failure && html`<p class="dv-failure"><${Icon} name="alert" />${failure}</p>`}
    <button type="submit" class="dv-button dv-quiet" disabled=${!name.trim()}>Let them in</button>
  </form>`;
}
