/** A button of a message. */
import { html } from '../lib/html.js';
import { isSafeUrl } from '../markdown/inline.js';
import { useComponent } from '../state/interact.js';
import { useApp } from '../state/store.js';
import { Icon } from './icon.js';

/** @typedef {import('../types').Component} Component */
/** @typedef {import('../types').Emoji} EmojiShape */

const LINK = 5;
/** @type {Record<number, string>} */
const STYLES = { 1: 'primary', 2: 'quiet', 3: 'success', 4: 'danger' };

/** @param {{button: Component, messageId: string}} props */
export function MessageButton({ button, messageId }) {
  const customId = button.custom_id ?? '';
  const waiting = useApp((state) => state.pending[`${messageId}/${customId}`] ?? false);
  const me = useApp((state) => state.me);
  const face = html`${button.emoji && html`<${Emoji} emoji=${button.emoji} />`}<span>${button.label}</span>`;
  if (button.style === LINK) {
    if (button.disabled || !isSafeUrl(button.url ?? ''))
      return html`<span class="button quiet button-off">${face}</span>`;
    return html`<a class="button quiet" href=${button.url} target="_blank" rel="noopener noreferrer"
      >${face}<${Icon} name="out"
    /></a>`;
  }
  return html`<button
    type="button"
    class=${`button ${STYLES[button.style ?? 2] ?? 'quiet'} ${waiting ? 'button-waits' : ''}`}
    disabled=${button.disabled === true || !me}
    aria-busy=${waiting}
    aria-label=${button.label ? undefined : (button.emoji?.name ?? 'Button')}
    onClick=${() => void useComponent(messageId, customId)}
  >
    ${face}
  </button>`;
}

/** @param {{emoji: EmojiShape}} props */
export const Emoji = ({ emoji }) =>
  emoji.id
    ? html`<img class="emoji-picture" src=${`/emojis/${emoji.id}.webp`} alt=${`:${emoji.name}:`} />`
    : html`<span class="emoji" aria-hidden="true">${emoji.name}</span>`;
