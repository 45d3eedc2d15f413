/** A button of a message. */
import { html } from 'discord-view/ui';
import { isSafeUrl } from './markdown/inline.js';
import { Emoji } from './emoji.js';
import { useHost } from './host.js';
import { Icon } from './icon.js';

/** @typedef {import('./types').Component} Component */

const LINK = 5;
/** @type {Record<number, string>} */
const STYLES = { 1: 'dv-primary', 2: 'dv-quiet', 3: 'dv-success', 4: 'dv-danger' };

/** @param {{button: Component, messageId: string}} props */
export function MessageButton({ button, messageId }) {
  const customId = button.custom_id ?? '';
  const host = useHost();
  const waiting = host.useWaiting(messageId, customId);
  const acting = host.useActing();
  const face = html`${button.emoji && html`<${Emoji} emoji=${button.emoji} />`}<span>${button.label}</span>`;
  if (button.style === LINK) {
    if (button.disabled || !isSafeUrl(button.url ?? ''))
      return html`<span class="dv-button dv-quiet dv-button-off">${face}</span>`;
    return html`<a class="dv-button dv-quiet" href=${button.url} target="_blank" rel="noopener noreferrer"
      >${face}<${Icon} name="out"
    /></a>`;
  }
  return html`<button
    type="button"
    class=${`dv-button ${STYLES[button.style ?? 2] ?? 'dv-quiet'} ${waiting ? 'dv-button-waits' : ''}`}
    disabled=${button.disabled === true || !acting}
    aria-busy=${waiting}
    aria-label=${button.label ? undefined : (button.emoji?.name ?? 'Button')}
    onClick=${() => host.press(messageId, customId)}
  >
    ${face}
  </button>`;
}
