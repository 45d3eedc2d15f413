/** A channel's pinned messages, the latest first. */
import { html, useEffect, useState } from '../lib/html.js';
import { api } from '../lib/api.js';
import { compareIds } from '../lib/format.js';
import { Timestamp } from 'discord-view/timestamp.js';
import { attempt } from '../state/actions.js';
import { togglePin } from '../state/people.js';
import { nameOf, useApp } from '../state/store.js';
import { Dialog } from './dialog.js';
import { MessageBody } from './message-body.js';

/** @typedef {import('../types').Message} Message */

/** @param {{place: {channel_id: string}}} props */
export function PinsDialog({ place }) {
  const [pins, setPins] = useState(/** @type {Message[] | null} */ (null));
  const list = useApp((state) => state.messages[place.channel_id]);
  useEffect(() => {
    void attempt('dialog', async () => setPins(await api.pins(place.channel_id)));
  }, [list]);
  const sorted = [...(pins ?? [])].sort((a, b) => compareIds(b.id, a.id));
  return html`<${Dialog} title="Pinned messages" wide=${true}>
    ${pins?.length === 0 && html`<p class="dialog-note">Nothing is pinned. “Pin” in a message’s menu puts it here.</p>`}
    <ul class="pins">
      ${sorted.map((message) => html`<li key=${message.id}><${Pinned} message=${message} /></li>`)}
    </ul>
  <//>`;
}

/** @param {{message: Message}} props */
function Pinned({ message }) {
  const name = useApp((state) => nameOf(state, message.author.id));
  return html`<article class="pinned">
    <header class="message-head">
      <strong>${name === 'unknown-user' ? message.author.username : name}</strong>
      <span class="message-time"><${Timestamp} date=${new Date(message.timestamp)} format="s" /></span>
      <button type="button" class="link-button" onClick=${() => void togglePin(message)}>Unpin</button>
    </header>
    <${MessageBody} message=${message} name=${name} />
  </article>`;
}
