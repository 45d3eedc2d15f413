/** Pictures of embeds, galleries and layouts, and what hides them. */
import { html, useState } from 'discord-view/ui';
import { useHost } from './host.js';
import { Icon } from './icon.js';
import { isSafeUrl } from './markdown/inline.js';

/** @param {{url: string | undefined, children?: unknown}} props */
export const MaybeLink = ({ url, children }) =>
  url && isSafeUrl(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${children}</a>`
    : html`${children}`;

/**
 * A picture that came with the message is shown; one from elsewhere is only named, for the page asks nothing of other hosts.
 * @param {{url: string, words?: string | undefined, small?: boolean, spoiler?: boolean | undefined}} props
 */
export function Picture({ url, words, small = false, spoiler = false }) {
  const host = useHost();
  const address = host.pictureAt(url);
  const name = words ?? host.useWords().picture;
  if (!address)
    return html`<p class="dv-picture-link">
      <${Icon} name="out" /><${MaybeLink} url=${url}>${name} · ${url}<//>
    </p>`;
  const picture = html`<img
    class=${`dv-picture ${small ? 'dv-picture-small' : ''}`}
    src=${address}
    alt=${name}
  />`;
  return spoiler ? html`<${Veil}>${picture}<//>` : picture;
}

/** Hides what a press shows. @param {{children?: unknown}} props */
export function Veil({ children }) {
  const [open, setOpen] = useState(false);
  const { spoiler } = useHost().useWords();
  if (open) return html`<div class="dv-veil-open">${children}</div>`;
  return html`<button type="button" class="dv-veil" onClick=${() => setOpen(true)}>${spoiler}</button>`;
}
