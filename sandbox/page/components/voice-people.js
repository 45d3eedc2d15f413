/** Who is in a voice channel, and the way in and out. */
import { html } from '../lib/html.js';
import { enterVoice } from '../state/people.js';
import { nameOf, store, useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';

/** @typedef {import('../types').Channel} Channel */

/** @param {{channel: Channel}} props */
export function VoicePeople({ channel }) {
  const voice = useApp((state) => state.guild?.voice) ?? {};
  const me = useApp((state) => state.me);
  const inside = Object.keys(voice).filter((id) => voice[id] === channel.id);
  const joined = me !== null && inside.includes(me);
  return html`<div class="voice">
    ${
      inside.length > 0 &&
      html`<ul aria-label=${`In ${channel.name}`}>
        ${inside.map((id) => html`<li key=${id} class="row"><${Avatar} id=${id} name=${nameOf(store.get(), id)} size="small" /><span class="row-name">${nameOf(store.get(), id)}</span></li>`)}
      </ul>`
    }
    ${
      me &&
      html`<button
        type="button"
        class="link-button"
        aria-label=${`${joined ? 'Leave' : 'Join'} ${channel.name}`}
        onClick=${() => void enterVoice(joined ? null : channel.id)}
      >
        ${joined ? 'Leave voice' : 'Join voice'}
      </button>`
    }
  </div>`;
}
