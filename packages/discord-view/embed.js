/** An embed: a card with a coloured edge, a title, a text, fields and a footer. */
import { cssColor } from './format.js';
import { html } from 'discord-view/ui';
import { InlineMarkdown, Markdown } from './markdown/render.js';
import { isSafeUrl } from './markdown/inline.js';
import { useHost } from './host.js';
import { Icon } from './icon.js';
import { Timestamp } from './timestamp.js';

/** @typedef {import('./types').Embed} Embed */

/** @param {{embed: Embed}} props */
export function EmbedCard({ embed }) {
  const color = cssColor(embed.color);
  const words = useHost().useWords();
  return html`<section
    class="dv-embed"
    style=${color ? { '--edge': color } : {}}
    aria-label=${embed.title ?? words.embed}
  >
    ${embed.author && html`<p class="dv-embed-author"><${MaybeLink} url=${embed.author.url}>${embed.author.name}<//></p>`}
    ${
      embed.title &&
      html`<p class="dv-embed-title">
        <${MaybeLink} url=${embed.url}><${InlineMarkdown} text=${embed.title} /><//>
      </p>`
    }
    ${embed.description && html`<div class="dv-embed-text"><${Markdown} text=${embed.description} /></div>`}
    ${embed.fields && embed.fields.length > 0 && html`<${Fields} fields=${embed.fields} />`}
    ${embed.thumbnail && html`<${Picture} url=${embed.thumbnail.url} words=${words.thumbnail} />`}
    ${embed.image && html`<${Picture} url=${embed.image.url} />`}
    ${
      (embed.footer || embed.timestamp) &&
      html`<p class="dv-embed-foot">
        ${embed.footer && html`<span>${embed.footer.text}</span>`}
        ${embed.timestamp && html`<${Timestamp} date=${new Date(embed.timestamp)} format="s" />`}
      </p>`
    }
  </section>`;
}

/** @param {{fields: NonNullable<Embed['fields']>}} props */
const Fields = ({ fields }) =>
  html`<dl class="dv-fields">
    ${fields.map(
      (field, at) =>
        html`<div key=${at} class=${field.inline ? 'dv-field-inline' : 'dv-field-wide'}>
          <dt><${InlineMarkdown} text=${field.name} /></dt>
          <dd><${Markdown} text=${field.value} /></dd>
        </div>`,
    )}
  </dl>`;

/** @param {{url: string | undefined, children?: unknown}} props */
const MaybeLink = ({ url, children }) =>
  url && isSafeUrl(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${children}</a>`
    : html`${children}`;

/**
 * A picture that came with the message is shown; one from elsewhere is only named, for the page asks nothing of other hosts.
 * @param {{url: string, words?: string}} props
 */
export function Picture({ url, words }) {
  const { picture } = useHost().useWords();
  const name = words ?? picture;
  if (/^data:image\/(?:png|jpeg|gif|webp);/u.test(url))
    return html`<img class="dv-picture" src=${url} alt=${name} />`;
  return html`<p class="dv-picture-link">
    <${Icon} name="out" /><${MaybeLink} url=${url}>${name} · ${url}<//>
  </p>`;
}
