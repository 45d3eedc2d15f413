/** A round sign for a person: their picture, or initials on a steady colour. */
import { hueOf, initials } from './format.js';
import { html } from 'discord-view/ui';
import { useHost } from './host.js';

/** @param {{id: string, name: string, bot?: boolean | undefined, size?: 'small' | 'normal'}} props */
export function Avatar({ id, name, bot, size = 'normal' }) {
  const picture = useHost().usePicture(id);
  return html`<span
    class=${`dv-avatar dv-avatar-${size} ${bot ? 'dv-avatar-bot' : ''}`}
    style=${{ '--hue': String(hueOf(id)) }}
    aria-hidden="true"
    >${picture ? html`<img src=${picture} alt="" />` : initials(name)}</span
  >`;
}
