/** Who is in a voice channel, and the way in and out. */
import { html } from '../lib/html.js';
import { enterVoice } from '../state/people.js';
import { nameOf, store, useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';
import { Icon } from 'discord-view/icon.js';

/** @typedef {import('../types').Channel} Channel */

/** @param {{channel: Channel, wide?: boolean}} props `wide`: above the messages instead of in the list of channels */
export function VoicePeople({ channel, wide = false }) {
  const voice = useApp((state) => state.guild?.voice) ?? {};
  const muted = useApp((state) => state.guild?.muted) ?? {};
  const me = useApp((state) => state.me);
  const inside = Object.keys(voice).filter((id) => voice[id] === channel.id);
  const joined = me !== null && inside.includes(me);
  return html`<div class=${wide ? 'voice-wide' : 'voice'}>
    ${
      inside.length > 0 &&
      html`<ul aria-label=${wide ? `Here in ${channel.name}` : `In ${channel.name}`}>
        ${inside.map(
          (id) =>
            html`<li key=${id} class="voice-person">
              <${Avatar} id=${id} name=${nameOf(store.get(), id)} size="small" /><span class="row-name"
                >${nameOf(store.get(), id)}</span
              >
              ${muted[id] && html`<${Icon} name="muted" /><span class="sr-only">muted</span>`}
            </li>`,
        )}
      </ul>`
    }
    ${wide && inside.length === 0 && html`<p class="dv-muted">Nobody yet.</p>`}
    ${
      me &&
      html`<button
        type="button"
        class=${wide ? `dv-button dv-small ${joined ? 'dv-danger' : 'dv-primary'}` : 'link-button'}
        aria-label=${wide ? undefined : `${joined ? 'Leave' : 'Join'} voice in ${channel.name}`}
        onClick=${() => void enterVoice(joined ? null : channel.id)}
      >
        ${joined ? 'Leave voice' : 'Join voice'}
      </button>`
    }
  </div>`;
}
