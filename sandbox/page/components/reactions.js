/** The reactions below a message: a click joins in, or takes one's own back; a list says who reacted. */
import { html } from '../lib/html.js';
import { Emoji } from 'discord-view/emoji.js';
import { Icon } from 'discord-view/icon.js';
import { toggleReaction } from '../state/people.js';
import { nameOf, store, useApp } from '../state/store.js';

/** @typedef {import('../types').Message} Message */
/** @typedef {import('../types').Reaction} Reaction */

const NAMED = 3;

/** @param {{message: Message}} props */
export function Reactions({ message }) {
  const reactions = message.reactions ?? [];
  const place = { channel_id: message.channel_id, message_id: message.id };
  return html`<ul class="reactions" aria-label="Reactions">
    ${reactions.map(
      (reaction) =>
        html`<li key=${reaction.emoji.id ?? reaction.emoji.name}>
          <${ReactionButton} message=${message} reaction=${reaction} />
        </li>`,
    )}
    <li>
      <button
        type="button"
        class="reaction-who"
        aria-label="Who reacted"
        title="Who reacted"
        onClick=${() => store.set({ dialog: { kind: 'reactions', ...place } })}
      >
        <${Icon} name="people" />
      </button>
    </li>
  </ul>`;
}

/** @param {{message: Message, reaction: Reaction}} props */
function ReactionButton({ message, reaction }) {
  const { emoji, count, user_ids = [] } = reaction;
  const me = useApp((state) => state.me);
  const names = useApp((state) =>
    user_ids
      .slice(0, NAMED)
      .map((id) => nameOf(state, id))
      .join(', '),
  );
  const others = user_ids.length - NAMED;
  return html`<button
    type="button"
    aria-label=${`${emoji.name}, ${count}`}
    title=${others > 0 ? `${names} and ${others} more` : names}
    aria-pressed=${me !== null && user_ids.includes(me)}
    onClick=${() => void toggleReaction(message, emoji)}
  >
    <${Emoji} emoji=${emoji} /> ${count}
  </button>`;
}
