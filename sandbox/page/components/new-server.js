/** A new server with the bot in it: a name, and who is there. */
import { html } from '../lib/html.js';
import { textsOf } from '../lib/forms.js';
import { makeServer } from '../state/servers.js';
import { useApp } from '../state/store.js';
import { Dialog } from './dialog.js';
import { Field } from './field.js';

export const NewServer = () =>
  html`<${Dialog} title="A new server">
    <p class="dialog-note">The bot is in it from the start, and you act as any of its members.</p>
    <${ServerForm} />
  <//>`;

/** The form alone: it stands in the empty page as well. */
export function ServerForm() {
  const failure = useApp((state) => state.failures['server']);
  const submit = async (/** @type {import('../types').FormSubmit} */ event) => {
    event.preventDefault();
    const { name = '', people = '' } = textsOf(event.currentTarget);
    await makeServer(name, people);
  };
  return html`<form class="dialog-form" onSubmit=${submit} autocomplete="off">
    <${Field} label="Name"><input class="input" name="name" required maxlength="100" defaultValue="My server" /><//>
    <${Field} label="Members" more="User names, with commas between them">
      <input class="input" name="people" required defaultValue="ada, brune, corvus" />
    <//>
    ${failure && html`<p class="dv-failure" role="alert">${failure}</p>`}
    <div class="dialog-foot"><button type="submit" class="dv-button dv-primary">Make the server</button></div>
  </form>`;
}
