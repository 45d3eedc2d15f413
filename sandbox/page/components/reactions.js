/** The reactions below a message: a click joins in, or takes one's own back. */
import { html } from '../lib/html.js';
import { toggleReaction } from '../state/people.js';
import { useApp } from '../state/store.js';
import { Emoji } from 'discord-view/button.js';

/** @typedef {import('../types').Message} Message */

/** @param {{message: Message}} props */
export function Reactions({ message }) {
  const me = useApp((state) => state.me);
  const reactions = message.reactions ?? [];
  return html`<ul class="reactions" aria-label="Reactions">
    ${reactions.map(
      ({ emoji, count, user_ids }) =>
        html`<li key=${emoji.id ?? emoji.name}>
          <button
            type="button"
            aria-label=${`${emoji.name}, ${count}`}
            aria-pressed=${me !== null && (user_ids ?? []).includes(me)}
            onClick=${() => void toggleReaction(message, emoji)}
          >
            <${Emoji} emoji=${emoji} /> ${count}
          </button>
        </li>`,
    )}
  </ul>`;
}
