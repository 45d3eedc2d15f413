/** A file to download. */
import { fileSize } from './format.js';
import { html } from 'discord-view/ui';
import { useHost } from './host.js';
import { Icon } from './icon.js';

/** @param {{url: string, name: string, size?: number | undefined}} props */
export function FileLink({ url, name, size }) {
  const locale = useHost().useLocale();
  return html`<p class="dv-file">
    <${Icon} name="file" /><a href=${pathOf(url)} download=${name}>${name}</a>
    ${size !== undefined && html`<span class="dv-muted">${fileSize(size, locale)}</span>`}
  </p>`;
}

/** A message's files are served by the page's own address, whatever it is called. @param {string} url */
const pathOf = (url) => (URL.canParse(url) ? new URL(url).pathname : url);
