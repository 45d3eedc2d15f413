/** A round sign for a person: their picture, or initials on a steady colour. */
import { hueOf, initials } from '../lib/format.js';
import { html } from '../lib/html.js';
import { useApp } from '../state/store.js';

/** @param {{id: string, name: string, bot?: boolean | undefined, size?: 'small' | 'normal'}} props */
export function Avatar({ id, name, bot, size = 'normal' }) {
  const picture = useApp((state) => state.users[id]?.avatar);
  return html`<span
    class=${`avatar avatar-${size} ${bot ? 'avatar-bot' : ''}`}
    style=${{ '--hue': String(hueOf(id)) }}
    aria-hidden="true"
    >${picture ? html`<img src=${`/avatars/${id}/${picture}.webp`} alt="" />` : initials(name)}</span
  >`;
}
