/** Emojis in buttons, menus, reactions and texts. */
import { html } from 'discord-view/ui';
import { useHost } from './host.js';

/** @typedef {import('./types').Emoji} EmojiShape */

/** An emoji: the character, the picture of a server's own, or its name where that is not known. @param {{emoji: EmojiShape}} props */
export function Emoji({ emoji }) {
  const host = useHost();
  const picture = host.useEmoji(emoji.id ?? '');
  const { customEmoji } = host.useWords();
  if (picture) return html`<img class="dv-emoji-picture" src=${picture} alt=${`:${emoji.name}:`} />`;
  if (emoji.id) return html`<span class="dv-emoji-name" title=${customEmoji}>${`:${emoji.name}:`}</span>`;
  return html`<span class="dv-emoji" aria-hidden="true">${emoji.name}</span>`;
}
