/** A round sign for a person: initials on a steady colour. */
import { hueOf, initials } from '../lib/format.js';
import { html } from '../lib/html.js';

/** @param {{id: string, name: string, bot?: boolean | undefined, size?: 'small' | 'normal'}} props */
export const Avatar = ({ id, name, bot, size = 'normal' }) =>
  html`<span
    class=${`avatar avatar-${size} ${bot ? 'avatar-bot' : ''}`}
    style=${{ '--hue': String(hueOf(id)) }}
    aria-hidden="true"
    >${initials(name)}</span
  >`;
